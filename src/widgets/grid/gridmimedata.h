// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clickhouse/types/rowsource.h"
#include "widgets/grid/gridselection.h"

#include <QMimeData>

#include <memory>

namespace Widgets {

/// Cells on the clipboard. The text is made when somebody pastes it: copying ten million rows costs nothing.
class GridMimeData final : public QMimeData
{
    Q_OBJECT

public:
    enum class Heads { None, Names };

    GridMimeData(std::shared_ptr<const ClickHouse::RowSource> source, GridRange range, Heads heads);

    [[nodiscard]] QStringList formats() const override;

protected:
    [[nodiscard]] QVariant retrieveData(const QString &mimeType, QMetaType type) const override;

private:
    [[nodiscard]] QByteArray tabSeparated() const;

    const std::shared_ptr<const ClickHouse::RowSource> m_source;
    const GridRange m_range;
    const Heads m_heads;
};

} // namespace Widgets
