// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journey/processes.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Processes {

namespace {

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString folderOf(qint64 process)
{
    return u"/proc/%1"_s.arg(process);
}

QList<qint64> childrenOf(qint64 process)
{
    QList<qint64> children;
    const QDir threads(folderOf(process) + u"/task"_s);
    for (const QString &thread : threads.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        for (const QByteArray &child : contentsOf(threads.filePath(thread + u"/children"_s)).simplified().split(' ')) {
            if (!child.isEmpty())
                children.append(child.toLongLong());
        }
    }
    return children;
}

/// The numbers of the sockets that the process holds, as /proc/net/tcp names them.
QSet<QByteArray> socketsOf(qint64 process)
{
    QSet<QByteArray> sockets;
    const QDir files(folderOf(process) + u"/fd"_s);
    for (const QFileInfo &file : files.entryInfoList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)) {
        const QByteArray target = QFile::encodeName(file.symLinkTarget());
        const qsizetype start = target.indexOf("socket:[");
        if (start >= 0)
            sockets.insert(target.sliced(start + 8).chopped(1));
    }
    return sockets;
}

} // namespace

qint64 findBelow(qint64 parent, const QString &program)
{
    for (const qint64 child : childrenOf(parent)) {
        const QByteArray command = contentsOf(folderOf(child) + u"/cmdline"_s).split('\0').first();
        if (QFileInfo(QFile::decodeName(command)).fileName() == program)
            return child;
        if (const qint64 below = findBelow(child, program))
            return below;
    }
    return 0;
}

bool isRunning(qint64 process)
{
    const QByteArray status = contentsOf(folderOf(process) + u"/stat"_s);
    const qsizetype state = status.lastIndexOf(") ") + 2;
    return status.size() > state && status.at(state) != 'Z';
}

QList<quint16> listeningPorts(qint64 process)
{
    constexpr int localColumn = 1;
    constexpr int stateColumn = 3;
    constexpr int socketColumn = 9;
    QList<quint16> ports;
    const QSet<QByteArray> sockets = socketsOf(process);
    for (const QByteArray &line : contentsOf(u"/proc/net/tcp"_s).split('\n')) {
        const QList<QByteArray> columns = line.simplified().split(' ');
        if (columns.size() <= socketColumn || columns.at(stateColumn) != "0A" ||
            !sockets.contains(columns.at(socketColumn)))
            continue;
        const QList<QByteArray> address = columns.at(localColumn).split(':');
        if (address.first() == "0100007F")
            ports.append(address.last().toUShort(nullptr, 16));
    }
    return ports;
}

} // namespace Processes
