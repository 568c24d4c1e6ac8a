// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clickhouse/types/resultstore.h"
#include "widgets/grid/gridpainter.h"
#include "widgets/grid/resultgrid.h"
#include "widgets/grid/valueviewer.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using ClickHouse::Cell;
using ClickHouse::Column;
using ClickHouse::ResultStore;
using Widgets::GridPosition;
using Widgets::GridRange;
using Widgets::ResultGrid;

namespace {

std::shared_ptr<ResultStore> storeOf(const QByteArray &rows)
{
    auto store = std::make_shared<ResultStore>();
    store->append("id\tname\tnote\nUInt64\tString\tNullable(String)\n" + rows);
    return store;
}

QByteArray manyRows(int count)
{
    QByteArray rows;
    for (int i = 0; i < count; ++i)
        rows += QByteArray::number(i) + "\tname " + QByteArray::number(i) + "\t\\N\n";
    return rows;
}

/// Rows without memory: each cell tells where it is.
class EndlessRows final : public ClickHouse::RowSource
{
public:
    EndlessRows(qint64 rows, int columns) : m_rows(rows), m_columns(columns, Column{u"c"_s, u"String"_s}) {}
    [[nodiscard]] QList<Column> columns() const override { return m_columns; }
    [[nodiscard]] qint64 rowCount() const override { return m_rows; }
    void readCells(qint64 row, int firstColumn, std::span<Cell> cells, qsizetype) const override
    {
        for (size_t i = 0; i < cells.size(); ++i)
            cells[i].text = u"%1/%2"_s.arg(QString::number(row), QString::number(firstColumn + int(i)));
    }

private:
    const qint64 m_rows;
    const QList<Column> m_columns;
};

class ShownGrid
{
public:
    explicit ShownGrid(std::shared_ptr<const ClickHouse::RowSource> source)
    {
        grid.resize(800, 400);
        grid.setAccessibleName(u"Query results"_s);
        grid.setSource(std::move(source));
        grid.show();
        grid.activateWindow();
        grid.setFocus();
    }
    [[nodiscard]] QPoint centre(qint64 row, int column) const
    {
        return grid.geometryOfCells().cellRect(row, column).center();
    }

    ResultGrid grid;
};

} // namespace

class TestResultGrid final : public QObject
{
    Q_OBJECT

private slots:
    void growsWithItsSource();
    void movesByKeys_data();
    void movesByKeys();
    void selectsByMouse();
    void copiesLazily();
    void copiesWithNames();
    void resizesColumns();
    void showsTheWholeValue();
    void isReadAsTable();
    void holdsManyRowsAndColumns();
    void survivesLessRows();
    void alignsNumbers_data();
    void alignsNumbers();
};

void TestResultGrid::growsWithItsSource()
{
    const auto store = storeOf({});
    ShownGrid shown(store);
    QSignalSpy counts(&shown.grid, &ResultGrid::rowCountChanged);
    shown.grid.setGrowing(true);
    QCOMPARE(shown.grid.columns().size(), 3);
    store->append(manyRows(10));
    QTRY_COMPARE(shown.grid.rowCount(), 10);
    const int width = shown.grid.geometryOfCells().width(1);
    store->append(manyRows(5'000));
    QTRY_COMPARE(shown.grid.rowCount(), 5'010);
    QCOMPARE(shown.grid.geometryOfCells().width(1), width); // nothing jumps
    QCOMPARE(shown.grid.verticalScrollBar()->maximum(), 5'010 - shown.grid.geometryOfCells().pageRows());
    QCOMPARE(counts.size(), 2);
    shown.grid.setGrowing(false);
}

void TestResultGrid::movesByKeys_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addColumn<qint64>("row");
    QTest::addColumn<int>("column");

    QTest::newRow("down") << Qt::Key_Down << Qt::KeyboardModifiers() << qint64(501) << 1;
    QTest::newRow("up") << Qt::Key_Up << Qt::KeyboardModifiers() << qint64(499) << 1;
    QTest::newRow("right") << Qt::Key_Right << Qt::KeyboardModifiers() << qint64(500) << 2;
    QTest::newRow("left") << Qt::Key_Left << Qt::KeyboardModifiers() << qint64(500) << 0;
    QTest::newRow("home") << Qt::Key_Home << Qt::KeyboardModifiers() << qint64(500) << 0;
    QTest::newRow("end") << Qt::Key_End << Qt::KeyboardModifiers() << qint64(500) << 2;
    QTest::newRow("first") << Qt::Key_Home << Qt::KeyboardModifiers(Qt::ControlModifier) << qint64(0) << 0;
    QTest::newRow("last") << Qt::Key_End << Qt::KeyboardModifiers(Qt::ControlModifier) << qint64(999) << 2;
    QTest::newRow("top") << Qt::Key_Up << Qt::KeyboardModifiers(Qt::ControlModifier) << qint64(0) << 1;
}

void TestResultGrid::movesByKeys()
{
    QFETCH(const Qt::Key, key);
    QFETCH(const Qt::KeyboardModifiers, modifiers);
    QFETCH(const qint64, row);
    QFETCH(const int, column);
    ShownGrid shown(storeOf(manyRows(1'000)));
    shown.grid.setCurrent({500, 1});
    QTest::keyClick(&shown.grid, key, modifiers);
    QCOMPARE(shown.grid.current(), (GridPosition{row, column}));
    const auto &geometry = shown.grid.geometryOfCells();
    QVERIFY(row >= geometry.firstRow() && row < geometry.firstRow() + geometry.pageRows());

    shown.grid.setCurrent({500, 1});
    QTest::keyClick(&shown.grid, key, modifiers | Qt::ShiftModifier);
    QVERIFY(shown.grid.selectedRange().contains(500, 1));
    QVERIFY(shown.grid.selectedRange().contains(row, column));
}

void TestResultGrid::selectsByMouse()
{
    ShownGrid shown(storeOf(manyRows(100)));
    QWidget *const viewport = shown.grid.viewport();
    QTest::mouseClick(viewport, Qt::LeftButton, {}, shown.centre(2, 1));
    QCOMPARE(shown.grid.selectedRange(), (GridRange{2, 2, 1, 1}));
    QCOMPARE(shown.grid.selectionText(), u"1 cell selected · row 3, name"_s);
    QTest::mouseClick(viewport, Qt::LeftButton, Qt::ShiftModifier, shown.centre(5, 2));
    QCOMPARE(shown.grid.selectedRange(), (GridRange{2, 5, 1, 2}));

    QTest::mousePress(viewport, Qt::LeftButton, {}, shown.centre(1, 0));
    QTest::mouseMove(viewport, shown.centre(3, 1));
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, shown.centre(3, 1));
    QCOMPARE(shown.grid.selectedRange(), (GridRange{1, 3, 0, 1}));

    QTest::mouseClick(viewport, Qt::LeftButton, {}, shown.grid.geometryOfCells().rowHeadRect(4).center());
    QCOMPARE(shown.grid.selectedRange(), (GridRange{4, 4, 0, 2}));
    QTest::mouseClick(viewport, Qt::LeftButton, {}, shown.grid.geometryOfCells().columnHeadRect(2).center());
    QCOMPARE(shown.grid.selectedRange(), (GridRange{0, 99, 2, 2}));
    QTest::keySequence(&shown.grid, QKeySequence::SelectAll);
    QCOMPARE(shown.grid.selectedRange(), (GridRange{0, 99, 0, 2}));
}

void TestResultGrid::copiesLazily()
{
    ShownGrid shown(storeOf("1\tone\t\\N\n2\ta\\tb\t\n"));
    shown.grid.selectAll();
    shown.grid.copy();
    QCOMPARE(QApplication::clipboard()->text(), u"1\tone\t\\N\n2\ta\\tb\t\n"_s);
    shown.grid.setCurrent({1, 1});
    QTest::keySequence(&shown.grid, QKeySequence::Copy);
    QCOMPARE(QApplication::clipboard()->text(), u"a\tb"_s); // one value as it is

    shown.grid.setSource(std::make_shared<EndlessRows>(10'000'000, 6));
    shown.grid.selectAll();
    QElapsedTimer clock;
    clock.start();
    shown.grid.copy();
    QVERIFY(clock.elapsed() < 50);
    QApplication::clipboard()->clear();
}

void TestResultGrid::copiesWithNames()
{
    ShownGrid shown(storeOf("1\tone\tx\n"));
    shown.grid.selectAll();
    shown.grid.copy(Widgets::GridMimeData::Heads::Names);
    QCOMPARE(QApplication::clipboard()->text(), u"id\tname\tnote\n1\tone\tx\n"_s);
}

void TestResultGrid::resizesColumns()
{
    ShownGrid shown(storeOf(manyRows(10)));
    const auto &geometry = shown.grid.geometryOfCells();
    const int before = geometry.width(0);
    const QPoint edge(geometry.columnLeft(1) - 1, geometry.headHeight() / 2);
    QTest::mousePress(shown.grid.viewport(), Qt::LeftButton, {}, edge);
    QTest::mouseMove(shown.grid.viewport(), edge + QPoint(50, 0));
    QTest::mouseRelease(shown.grid.viewport(), Qt::LeftButton, {}, edge + QPoint(50, 0));
    QVERIFY(geometry.width(0) >= before + 48);
    QVERIFY(shown.grid.selectedRange().columns() <= 1);
}

void TestResultGrid::showsTheWholeValue()
{
    const QByteArray longText(100'000, 'x');
    ShownGrid shown(storeOf("1\t" + longText + "\t\\N\n"));
    shown.grid.setCurrent({0, 1});
    QTest::keyClick(&shown.grid, Qt::Key_Return);
    auto *const viewer = shown.grid.findChild<Widgets::ValueViewer *>();
    QVERIFY(viewer);
    QCOMPARE(viewer->findChild<QPlainTextEdit *>()->toPlainText().size(), longText.size());
    QCOMPARE(viewer->windowTitle(), u"name, row 1"_s);
    viewer->findChild<QPushButton *>()->click(); // Copy
    QCOMPARE(QApplication::clipboard()->text().size(), longText.size());
    viewer->close();
}

void TestResultGrid::isReadAsTable()
{
    ShownGrid shown(std::make_shared<EndlessRows>(10'000'000, 6));
    QAccessibleInterface *const accessible = QAccessible::queryAccessibleInterface(&shown.grid);
    QVERIFY(accessible);
    QCOMPARE(accessible->role(), QAccessible::Table);
    QCOMPARE(accessible->text(QAccessible::Name), u"Query results"_s);
    QAccessibleTableInterface *const table = accessible->tableInterface();
    QVERIFY(table);
    QCOMPARE(table->rowCount(), 10'000'000);
    QCOMPARE(table->columnCount(), 6);
    QCOMPARE(table->columnDescription(5), u"c"_s);
    QAccessibleInterface *const cell = table->cellAt(9'999'999, 5);
    QCOMPARE(cell->text(QAccessible::Name), u"9999999/5"_s);
    QCOMPARE(accessible->child(accessible->indexOfChild(cell)), cell);
    QCOMPARE(cell->tableCellInterface()->rowIndex(), 9'999'999);
    QCOMPARE(cell->tableCellInterface()->columnHeaderCells().first()->text(QAccessible::Description), u"String"_s);
    QCOMPARE(table->cellAt(10'000'000, 0), nullptr);
    for (int row = 0; row < 20'000; ++row) // more than is kept
        QCOMPARE(table->cellAt(row, 0)->text(QAccessible::Name), u"%1/0"_s.arg(row));

    shown.grid.setSource(storeOf("1\tx\t\\N\n"));
    QCOMPARE(table->cellAt(0, 2)->text(QAccessible::Name), u"NULL"_s);
    shown.grid.setCurrent({0, 2});
    QVERIFY(table->cellAt(0, 2)->state().selected);
    QCOMPARE(accessible->focusChild(), table->cellAt(0, 2));
}

void TestResultGrid::holdsManyRowsAndColumns()
{
    ShownGrid shown(std::make_shared<EndlessRows>(5'000'000'000, 10'000));
    shown.grid.setCurrent({1'999'999'999, 9'999});
    QImage image(shown.grid.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
    shown.grid.render(&image);
    QVERIFY(shown.grid.geometryOfCells().endColumn() == 10'000);
    QVERIFY(shown.grid.geometryOfCells().firstColumn() > 9'900);
    QVERIFY(shown.grid.geometryOfCells().endRow() > 1'999'999'999);
}

void TestResultGrid::survivesLessRows()
{
    const auto store = storeOf(manyRows(100));
    ShownGrid shown(store);
    shown.grid.setCurrent({99, 0});
    store->cutAt(60);
    shown.grid.pickUp();
    QVERIFY(shown.grid.rowCount() < 10);
    shown.grid.grab();
    QVERIFY(shown.grid.selectedRange().isEmpty() || shown.grid.selectedRange().bottom < shown.grid.rowCount());
    shown.grid.copy();
    shown.grid.setSource(nullptr);
    shown.grid.grab();
    QTest::keyClick(&shown.grid, Qt::Key_Down);
    QTest::keyClick(&shown.grid, Qt::Key_Return);
}

void TestResultGrid::alignsNumbers_data()
{
    QTest::addColumn<bool>("isNumber");
    for (const char *type :
         {"UInt8", "Int256", "Float64", "Decimal(18, 2)", "Nullable(Int32)", "LowCardinality(Nullable(UInt8))"})
        QTest::newRow(type) << true;
    for (const char *type : {"String", "IntervalDay", "Array(UInt8)", "DateTime", "", "Interval"})
        QTest::newRow(type) << false;
}

void TestResultGrid::alignsNumbers()
{
    QFETCH(const bool, isNumber);
    QCOMPARE(Widgets::isNumberType(QString::fromUtf8(QTest::currentDataTag())), isNumber);
}

QTEST_MAIN(TestResultGrid)
#include "tst_resultgrid.moc"
