// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clickhouse/types/resultstore.h"

#include <QObject>

#include <memory>

namespace App {

enum class ExportFormat { Tsv, Csv };

/// Writes a result to a file in the background: into FILE.part, renamed when it is whole, so that FILE is never half a
/// result. Rows that arrive meanwhile are not waited for.
class ResultExport final : public QObject
{
    Q_OBJECT

public:
    ResultExport(std::shared_ptr<const ClickHouse::ResultStore> store, ExportFormat format, QString path,
                 QObject *parent);
    /// Stops and leaves no .part behind.
    ~ResultExport() override;

    void start();

signals:
    void finished(const QString &path, qint64 rows);
    /// A sentence with the system's reason.
    void failed(const QString &reason);

private:
    const std::shared_ptr<class ExportJob> m_job;
};

/// A field as RFC 4180 has it.
[[nodiscard]] QByteArray encodeCsv(const QString &text);

} // namespace App
