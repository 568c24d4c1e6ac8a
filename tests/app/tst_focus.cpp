// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/focus.h"

#include <QTest>
#include <QWidget>

using namespace Qt::StringLiterals;

/// Where F6 lands. tst_mainwindow goes round the real window.
class TestFocus final : public QObject
{
    Q_OBJECT

private slots:
    void startsAreas_data();
    void startsAreas();
};

void TestFocus::startsAreas_data()
{
    QTest::addColumn<QString>("marked");   // the stops with the property
    QTest::addColumn<QString>("keepsTab"); // editors
    QTest::addColumn<QString>("starts");
    QTest::newRow("first stops") << QString() << QString() << u"a1 b1"_s;
    QTest::newRow("a list below buttons") << u"b2"_s << QString() << u"a1 b2"_s;
    QTest::newRow("both areas") << u"a3 b2"_s << QString() << u"a3 b2"_s;
    QTest::newRow("an editor in the middle") << QString() << u"a2"_s << u"a1 a2 a3 b1"_s;
    QTest::newRow("a list and an editor") << u"b2"_s << u"a2"_s << u"a1 a2 a3 b2"_s;
}

void TestFocus::startsAreas()
{
    QFETCH(QString, marked);
    QFETCH(QString, keepsTab);
    QFETCH(QString, starts);
    QWidget window;
    QWidgetList areas;
    QWidgetList stops;
    for (const QString &name : {u"a"_s, u"b"_s}) {
        areas.append(new QWidget(&window));
        for (int i = 1; i <= 3; ++i) {
            stops.append(new QWidget(areas.last()));
            stops.last()->setObjectName(name + QString::number(i));
            stops.last()->setProperty("startsArea", marked.contains(stops.last()->objectName()));
            stops.last()->setProperty("keepsTab", keepsTab.contains(stops.last()->objectName()));
        }
    }
    QStringList names;
    for (const QWidget *start : App::areaStarts(stops, areas))
        names << start->objectName();
    QCOMPARE(names.join(u' '), starts);
}

QTEST_MAIN(TestFocus)
#include "tst_focus.moc"
