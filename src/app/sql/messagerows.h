// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/types/message.h"
#include "clickhouse/types/rowsource.h"

namespace App {

/// Messages of a topic as rows of the result grid: partition, offset, key, value.
class MessageRows final : public ClickHouse::RowSource
{
public:
    /// With Binary the keys and values are base64; they are shown as the text they hold.
    MessageRows(QList<Aiven::Message> messages, Aiven::MessageFormat format);

    [[nodiscard]] QList<ClickHouse::Column> columns() const override;
    [[nodiscard]] qint64 rowCount() const override { return m_messages.size(); }
    void readCells(qint64 row, int firstColumn, std::span<ClickHouse::Cell> cells, qsizetype maxBytes) const override;

private:
    [[nodiscard]] ClickHouse::Cell payload(const Core::Json &value, qsizetype maxBytes) const;

    const QList<Aiven::Message> m_messages;
    const Aiven::MessageFormat m_format;
};

} // namespace App
