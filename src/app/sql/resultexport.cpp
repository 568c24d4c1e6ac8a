// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/resultexport.h"

#include <QFile>
#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <vector>

namespace App {

using namespace Qt::StringLiterals;
using ClickHouse::Cell;
using ClickHouse::ResultStore;

/// Shared with the worker, which may outlive the window.
class ExportJob final : public QObject
{
    Q_OBJECT

public:
    std::shared_ptr<const ResultStore> store;
    ExportFormat format = ExportFormat::Tsv;
    QString path;
    qint64 rows = 0;
    std::atomic<bool> isStopped = false;

    /// In the worker. Returns the reason when it fails.
    [[nodiscard]] QString run() const;

signals:
    void ended(const QString &reason);

private:
    [[nodiscard]] bool writeTsv(QFile &file) const;
    [[nodiscard]] bool writeCsv(QFile &file) const;
};

namespace {

constexpr qint64 pieceBytes = qint64(4) << 20;

bool writeAll(QFile &file, QByteArrayView bytes)
{
    return file.write(bytes.data(), bytes.size()) == bytes.size();
}

} // namespace

QByteArray encodeCsv(const QString &text)
{
    QByteArray field = text.toUtf8();
    if (!field.contains('"') && !field.contains(',') && !field.contains('\n') && !field.contains('\r'))
        return field;
    return '"' + field.replace('"', "\"\"") + '"';
}

/// The bytes as they came, so nothing can be lost on the way.
bool ExportJob::writeTsv(QFile &file) const
{
    QByteArrayView bytes = store->bytes();
    while (!bytes.isEmpty() && !isStopped) {
        const QByteArrayView piece = bytes.first(std::min<qsizetype>(bytes.size(), pieceBytes));
        if (!writeAll(file, piece))
            return false;
        bytes = bytes.sliced(piece.size());
    }
    return true;
}

bool ExportJob::writeCsv(QFile &file) const
{
    const QList<ClickHouse::Column> columns = store->columns();
    QByteArray buffer;
    for (const ClickHouse::Column &column : columns)
        buffer += encodeCsv(column.name) + ',';
    buffer.back() = '\n';
    std::vector<Cell> cells(size_t(columns.size()));
    for (qint64 row = 0; row < rows && !isStopped; ++row) {
        store->readCells(row, 0, cells, ResultStore::wholeValue);
        for (const Cell &cell : cells)
            buffer += (cell.isNull ? QByteArray("\\N") : encodeCsv(cell.text)) + ',';
        buffer.back() = '\n';
        if (buffer.size() > pieceBytes) {
            if (!writeAll(file, buffer))
                return false;
            buffer.clear();
        }
    }
    return writeAll(file, buffer);
}

QString ExportJob::run() const
{
    QFile file(path + u".part"_s);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered,
                   QFile::ReadOwner | QFile::WriteOwner))
        return file.errorString();
    const bool isWritten = format == ExportFormat::Tsv ? writeTsv(file) : writeCsv(file);
    if (!isWritten || !file.flush() || isStopped) {
        const QString reason = file.errorString();
        file.remove();
        return reason;
    }
    file.close();
    QFile::remove(path); // the file dialog has asked
    return file.rename(path) ? QString() : file.errorString();
}

ResultExport::ResultExport(std::shared_ptr<const ResultStore> store, ExportFormat format, QString path, QObject *parent)
    : QObject(parent)
    , m_job(new ExportJob, [](ExportJob *job) { job->deleteLater(); })
{
    m_job->store = std::move(store);
    m_job->format = format;
    m_job->path = std::move(path);
    m_job->rows = m_job->store->rowCount();
    connect(m_job.get(), &ExportJob::ended, this, [this](const QString &reason) {
        if (reason.isEmpty())
            emit finished(m_job->path, m_job->rows);
        else
            emit failed(reason);
    });
}

ResultExport::~ResultExport()
{
    m_job->isStopped = true;
}

void ResultExport::start()
{
    QThreadPool::globalInstance()->start([job = m_job] { emit job->ended(job->run()); });
}

} // namespace App

#include "resultexport.moc"
