// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/messagerows.h"

#include "clickhouse/types/celltext.h"

#include <QByteArray>
#include <QCoreApplication>

#include <algorithm>

namespace App {

using namespace Qt::StringLiterals;
using ClickHouse::Cell;

MessageRows::MessageRows(QList<Aiven::Message> messages, Aiven::MessageFormat format)
    : m_messages(std::move(messages))
    , m_format(format)
{}

QList<ClickHouse::Column> MessageRows::columns() const
{
    const auto name = [](const char *text) { return QCoreApplication::translate("App::MessageRows", text); };
    return {
        //: Column head of peeked messages
        {name(QT_TRANSLATE_NOOP("App::MessageRows", "partition")), u"Int32"_s},
        //: Column head of peeked messages
        {name(QT_TRANSLATE_NOOP("App::MessageRows", "offset")), u"Int64"_s},
        //: Column head of peeked messages
        {name(QT_TRANSLATE_NOOP("App::MessageRows", "key")), u"String"_s},
        //: Column head of peeked messages: what a message holds
        {name(QT_TRANSLATE_NOOP("App::MessageRows", "value")), u"String"_s},
    };
}

void MessageRows::readCells(qint64 row, int firstColumn, std::span<Cell> cells, qsizetype maxBytes) const
{
    const Aiven::Message &message = m_messages[row];
    for (size_t i = 0; i < cells.size(); ++i) {
        switch (firstColumn + int(i)) {
        case 0: cells[i] = {QString::number(message.partition), false, false}; break;
        case 1: cells[i] = {QString::number(message.offset), false, false}; break;
        case 2: cells[i] = payload(message.key, maxBytes); break;
        default: cells[i] = payload(message.value, maxBytes); break;
        }
    }
}

Cell MessageRows::payload(const Core::Json &value, qsizetype maxBytes) const
{
    if (value.is_null())
        return {{}, true, false};
    QByteArray bytes;
    if (m_format == Aiven::MessageFormat::Binary && value.is_string())
        bytes = QByteArray::fromBase64(QByteArray::fromStdString(value.get<std::string>()));
    else
        bytes = Core::toText(value);
    return ClickHouse::decodeCell(bytes, false, maxBytes);
}

} // namespace App
