// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/savefile.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Core {

namespace {

bool makePrivateFolder(const QString &path)
{
    if (QFileInfo::exists(path))
        return true;
    if (!QDir().mkpath(path))
        return false;
    return QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void syncFolder(const QString &path)
{
    const int folder = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    ::fsync(folder);
    ::close(folder);
}

} // namespace

Outcome<QString> saveFile(const QString &path, const QByteArray &contents)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!makePrivateFolder(folder))
        return Unexpected{u"The folder %1 cannot be made."_s.arg(folder)};
    QSaveFile file(path);
    const auto failed = [&file, &path] {
        return Unexpected{u"%1 cannot be written: %2"_s.arg(path, file.errorString())};
    };
    if (!file.open(QIODevice::WriteOnly))
        return failed();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (file.write(contents) != contents.size() || !file.flush() || !file.commit())
        return failed();
    syncFolder(folder);
    return std::monostate{};
}

QString moveAside(const QString &path)
{
    const QString aside = path + u".broken-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMddhhmmsszzz"_s);
    return QFile::rename(path, aside) ? aside : QString();
}

} // namespace Core
