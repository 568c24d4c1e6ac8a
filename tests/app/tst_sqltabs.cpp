// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/sqljournal.h"
#include "shownsqlpane.h"

#include <QAccessible>
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

class TestSqlTabs final : public QObject
{
    Q_OBJECT

private slots:
    void keepsTabs();
    void restoresBrokenJournal();
    void saysWhenItCannotKeepTheText();
    void namesItsTabs();
    void namesItsParts();
};

void TestSqlTabs::keepsTabs()
{
    QTemporaryDir folder;
    const QString journal = folder.filePath(u"sql-tabs.json"_s);
    {
        SqlPane pane;
        pane.restoreTabs(journal);
        pane.openQuery(u"-- first\nSELECT 1"_s);
        pane.openQuery(u"SELECT 'ü'"_s);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(journal), 1'000);
        pane.openQuery(u"SELECT 3"_s);
    } // closed before the timer: written all the same
    SqlPane pane;
    pane.restoreTabs(journal);
    const QTabBar *const tabs = tabsOf(pane);
    QCOMPARE(tabs->count(), 3);
    QCOMPARE(tabs->tabText(0), u"first"_s);
    QCOMPARE(tabs->currentIndex(), 2);
    QCOMPARE(App::SqlJournal(journal).restore().texts,
             (QStringList{u"-- first\nSELECT 1"_s, u"SELECT 'ü'"_s, u"SELECT 3"_s}));
}

/// D-01: a disk that takes nothing more (here a file where the folder should be). Work goes on.
void TestSqlTabs::saysWhenItCannotKeepTheText()
{
    QTemporaryDir folder;
    QFile inTheWay(folder.filePath(u"state"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    SqlPane pane;
    pane.restoreTabs(folder.filePath(u"state/sql-tabs.json"_s));
    QSignalSpy status(&pane, &SqlPane::statusChanged);
    pane.show();
    pane.openQuery(u"SELECT 1"_s);
    QTRY_VERIFY(!status.isEmpty() &&
                status.constLast().constFirst().toString().startsWith("The SQL text could not be kept: "_L1));
    pane.openQuery(u"SELECT 2"_s);
    QVERIFY(pane.isEnabled());
}

void TestSqlTabs::restoresBrokenJournal()
{
    QTemporaryDir folder;
    const QString journal = folder.filePath(u"sql-tabs.json"_s);
    QFile file(journal);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"tabs\": [");
    file.close();
    SqlPane pane;
    const QSignalSpy status(&pane, &SqlPane::statusChanged);
    pane.restoreTabs(journal);
    const QStringList kept = QDir(folder.path()).entryList({u"*.broken-*"_s});
    QCOMPARE(kept.size(), 1);
    QVERIFY(status.value(0).value(0).toString().contains(kept.first()));
}

void TestSqlTabs::namesItsTabs()
{
    SqlPane pane;
    const QTabBar *const tabs = tabsOf(pane);
    QCOMPARE(tabs->tabText(0), u"Untitled 1"_s);
    pane.openQuery(u"-- a & b\nSELECT 1"_s);
    QCOMPARE(tabs->count(), 1); // the empty one was used
    QCOMPARE(tabs->tabText(0), u"a && b"_s);
    pane.openQuery(u"SELECT 2"_s);
    QCOMPARE(tabs->tabText(1), u"Untitled 2"_s);
}

void TestSqlTabs::namesItsParts()
{
    SqlPane pane;
    pane.show();
    QStringList names;
    for (QWidget *widget : pane.findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(&pane) || !widget->focusProxy())
            continue;
        names.append(QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name));
    }
    for (const QWidget *widget : pane.findChildren<QWidget *>())
        names.append(widget->accessibleName());
    for (const QString &name : {u"SQL editor"_s, u"Cancel"_s, u"Query results"_s, u"Database"_s, u"Service"_s})
        QVERIFY2(names.contains(name), qPrintable(name));
}

QTEST_MAIN(TestSqlTabs)
#include "tst_sqltabs.moc"
