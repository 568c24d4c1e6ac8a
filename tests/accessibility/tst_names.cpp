// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibility/names.h"
#include "accessibility/taborder.h"
#include "widgets/taborder.h"
#include "widgets/text.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

/// The check itself must find what it is for, or it would pass on anything.
class TestNames final : public QObject
{
    Q_OBJECT

private slots:
    void passesAWindowInOrder();
    void findsWhatIsWrong_data();
    void findsWhatIsWrong();
    void tabFollowsTheEye();
    void tabFollowsPlacesWithoutLayout();
};

void TestNames::passesAWindowInOrder()
{
    QWidget window;
    window.setWindowTitle(u"Window"_s);
    auto *form = new QFormLayout(&window);
    form->addRow(u"&Name"_s, new QLineEdit);
    auto *box = new QComboBox;
    box->addItems({u"JSONEachRow"_s, u"CSV"_s});
    form->addRow(u"Data &format"_s, box);
    auto *table = new QTableView;
    table->setAccessibleName(u"Columns"_s);
    table->setTabKeyNavigation(false);
    form->addRow(table);
    form->addRow(Widgets::makeButton(u"&Apply"_s));
    for (QLabel *label : window.findChildren<QLabel *>())
        label->setTextFormat(Qt::PlainText);
    QCOMPARE(Accessibility::problemsIn(window), QStringList());
    QCOMPARE(Accessibility::nameOf(box), u"Data format"_s);
}

void TestNames::findsWhatIsWrong_data()
{
    QTest::addColumn<QWidgetList>("widgets");
    QTest::addColumn<QString>("reason");

    const auto named = [](QWidget *widget) {
        widget->setAccessibleName(u"Twice"_s);
        return widget;
    };
    QTest::newRow("no name") << QWidgetList{new QLineEdit} << u"has no accessible name"_s;
    QTest::newRow("a combo box without a label") << QWidgetList{new QComboBox} << u"has no accessible name"_s;
    QTest::newRow("two alike") << QWidgetList{named(new QLineEdit), named(new QLineEdit)} << u"same role and name"_s;
    QTest::newRow("keeps Tab") << QWidgetList{named(new QTableView)} << u"keeps the Tab key"_s;
    auto *plainButton = new QPushButton(u"Apply"_s);
    plainButton->setAutoDefault(false);
    QTest::newRow("leaves Return to the window") << QWidgetList{plainButton} << u"not pressed by Return"_s;
    QTest::newRow("guesses markup") << QWidgetList{new QLabel(u"text"_s)} << u"guesses whether"_s;
}

void TestNames::findsWhatIsWrong()
{
    QFETCH(QWidgetList, widgets);
    QFETCH(QString, reason);
    QWidget window;
    window.setWindowTitle(u"Window"_s);
    auto *layout = new QFormLayout(&window);
    for (QWidget *widget : widgets)
        layout->addRow(widget);
    const QStringList problems = Accessibility::problemsIn(window);
    QCOMPARE(problems.size(), 1);
    QVERIFY2(problems.first().contains(reason), qPrintable(problems.first()));
}

void TestNames::tabFollowsTheEye()
{
    // Made from the last to the first, as happens where a page is built in parts.
    QWidget page;
    auto *last = new QLineEdit;
    auto *second = new QLineEdit;
    auto *first = new QLineEdit;
    auto *top = new QHBoxLayout;
    auto *column = new QVBoxLayout(&page);
    column->addLayout(top);
    column->addWidget(last);
    top->addWidget(second);
    top->insertWidget(0, first);
    page.show();
    QCOMPARE(Accessibility::tabProblemsIn(page).size(), 2);
    QCOMPARE(Widgets::tabStops(page), (QWidgetList{first, second, last}));
    second->setEnabled(false);
    last->hide();
    QCOMPARE(Widgets::tabStops(page), (QWidgetList{first}));
    second->setEnabled(true);
    last->show();
    const Accessibility::Host host(page);
    QCOMPARE(Accessibility::tabProblemsIn(*page.window()).join(u'\n'), QString());
}

/// Where no layout says what comes first: chips in front of the field they belong to, a pixel lower than it.
void TestNames::tabFollowsPlacesWithoutLayout()
{
    QWidget field;
    field.resize(300, 60);
    const QList<QRect> places{{0, 30, 50, 20}, {100, 2, 100, 26}, {4, 3, 90, 22}};
    QWidgetList edits;
    for (const QRect &place : places) {
        edits.append(new QLineEdit(&field));
        edits.last()->setGeometry(place);
    }
    field.show();
    QCOMPARE(Widgets::tabStops(field), (QWidgetList{edits[2], edits[1], edits[0]}));
}

QTEST_MAIN(TestNames)
#include "tst_names.moc"
