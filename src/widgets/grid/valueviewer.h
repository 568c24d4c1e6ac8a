// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clickhouse/types/rowsource.h"
#include "widgets/dialog.h"
#include "widgets/grid/gridselection.h"

#include <memory>

class QPlainTextEdit;

namespace Widgets {

/// One value, whole. Of a very long one the beginning is shown, because a text view lays out all it holds; Copy gives all.
class ValueViewer final : public Widgets::Dialog
{
    Q_OBJECT

public:
    ValueViewer(std::shared_ptr<const ClickHouse::RowSource> source, GridPosition position, QWidget *parent);

private:
    void copy();

    const std::shared_ptr<const ClickHouse::RowSource> m_source;
    const GridPosition m_position;
    QPlainTextEdit *m_text;
};

} // namespace Widgets
