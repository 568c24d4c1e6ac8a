// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleInterface>
#include <QAccessibleTableCellInterface>
#include <QPointer>

namespace Widgets {

class ResultGrid;

/// A cell, or with row -1 the head of a column, as assistive tools read it.
class GridAccessibleCell final : public QAccessibleInterface, public QAccessibleTableCellInterface
{
public:
    GridAccessibleCell(ResultGrid &grid, int row, int column);

    [[nodiscard]] bool isValid() const override;
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override;
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override {}
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::Role role() const override;
    [[nodiscard]] QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    [[nodiscard]] int columnExtent() const override { return 1; }
    [[nodiscard]] QList<QAccessibleInterface *> columnHeaderCells() const override;
    [[nodiscard]] int columnIndex() const override { return m_column; }
    [[nodiscard]] int rowExtent() const override { return 1; }
    [[nodiscard]] QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    [[nodiscard]] int rowIndex() const override { return m_row; }
    [[nodiscard]] bool isSelected() const override;
    [[nodiscard]] QAccessibleInterface *table() const override;

private:
    [[nodiscard]] bool isHead() const { return m_row < 0; }

    const QPointer<ResultGrid> m_grid;
    const int m_row;
    const int m_column;
};

} // namespace Widgets
