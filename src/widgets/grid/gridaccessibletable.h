// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>
#include <QHash>
#include <QQueue>

#include <utility>

namespace Widgets {

class ResultGrid;

/// Rows of accessibility are counted in int.
[[nodiscard]] int accessibleRow(qint64 row);

/// The grid as assistive tools read it: a table whose cells can be asked for by row and column, ten million rows or ten.
/// Its children are the column heads, then the cells row by row, as in Qt's own tables. Cells are made when asked for and
/// the oldest are dropped.
class GridAccessibleTable final : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    explicit GridAccessibleTable(ResultGrid &grid);
    ~GridAccessibleTable() override;

    /// Row -1 is the head.
    [[nodiscard]] QAccessibleInterface *cellInterface(int row, int column) const;
    void forgetCells();

    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] QAccessibleInterface *focusChild() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    [[nodiscard]] QAccessibleInterface *caption() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *summary() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *cellAt(int row, int column) const override;
    [[nodiscard]] int selectedCellCount() const override;
    [[nodiscard]] QList<QAccessibleInterface *> selectedCells() const override;
    [[nodiscard]] QString columnDescription(int column) const override;
    [[nodiscard]] QString rowDescription(int row) const override;
    [[nodiscard]] int selectedColumnCount() const override;
    [[nodiscard]] int selectedRowCount() const override;
    [[nodiscard]] int columnCount() const override;
    [[nodiscard]] int rowCount() const override;
    [[nodiscard]] QList<int> selectedColumns() const override;
    [[nodiscard]] QList<int> selectedRows() const override;
    [[nodiscard]] bool isColumnSelected(int column) const override;
    [[nodiscard]] bool isRowSelected(int row) const override;
    bool selectRow(int row) override;
    bool selectColumn(int column) override;
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override {} // the grid calls forgetCells() by itself

private:
    [[nodiscard]] ResultGrid &grid() const;

    mutable QHash<std::pair<int, int>, QAccessible::Id> m_ids;
    mutable QQueue<std::pair<int, int>> m_order;
};

} // namespace Widgets
