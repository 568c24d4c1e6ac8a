// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibility/names.h"
#include "accessibility/taborder.h"
#include "app/help/helppages.h"
#include "app/help/helpwindow.h"
#include "app/help/tableengines.h"
#include "fakeproject.h"
#include "shownwindow.h"

#include <QDesktopServices>
#include <QListWidget>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace TestSupport;

/// Stands for the desktop, so that no browser opens.
class Desktop : public QObject
{
    Q_OBJECT

public slots:
    void open(const QUrl &url) { opened.append(url); }

public:
    QList<QUrl> opened;
};

class TestHelp : public QObject
{
    Q_OBJECT

private slots:
    void D19_pagesAreReadableOffline();
    void D19_linksOpenOutside();
    void D11_enginesAreThoseOfTheServer();
    void D11_failureSaysWhy();
};

void TestHelp::D19_pagesAreReadableOffline()
{
    for (const App::HelpPage &page : App::helpPages()) {
        QVERIFY(!page.id.isEmpty() && !page.title.isEmpty() && page.paragraphs.size() >= 2);
        for (const App::HelpPage::Link &link : page.links)
            QCOMPARE(QUrl(link.url, QUrl::StrictMode).scheme(), u"https"_s);
    }
}

void TestHelp::D19_linksOpenOutside()
{
    Desktop desktop;
    QDesktopServices::setUrlHandler(u"https"_s, &desktop, "open");
    auto *const window = new App::HelpWindow(u"credentials"_s);
    window->open();
    QVERIFY(showsText(window, u"Aiven stores address, user and password as a named collection."_s));
    QCOMPARE(Accessibility::problemsIn(*window).join(u'\n'), QString());
    QCOMPARE(Accessibility::tabProblemsIn(*window).join(u'\n'), QString());
    QTest::mouseClick(buttonIn(window, u"ClickHouse: named collections"_s), Qt::LeftButton);
    QCOMPARE(desktop.opened, QList<QUrl>{QUrl(u"https://clickhouse.com/docs/operations/named-collections"_s)});
    QTest::keyClick(window->findChild<QListWidget *>(), Qt::Key_Down);
    QTRY_VERIFY(showsText(window, u"An endpoint holds the address"_s));
    delete window;
    QDesktopServices::unsetUrlHandler(u"https"_s);
}

void TestHelp::D11_enginesAreThoseOfTheServer()
{
    FakeProject project;
    project.answerNext("POST /v1/project/sandbox/service/ch/clickhouse/query",
                       FakeAnswer::text(R"({"meta": [{"name": "name", "type": "String"}],
                                            "data": [["MergeTree"], ["PostgreSQL"], ["<b>Tomorrow</b>"]]})"));
    Aiven::Client client = project.client();
    auto *const window = new App::TableEngines(client, u"sandbox"_s, u"ch"_s);
    window->open();
    auto *const list = window->findChild<QListWidget *>();
    QTRY_COMPARE(list->count(), 3);
    QCOMPARE(list->item(2)->text(), u"<b>Tomorrow</b>"_s);
    QCOMPARE(Accessibility::problemsIn(*window).join(u'\n'), QString());
    QCOMPARE(Accessibility::tabProblemsIn(*window).join(u'\n'), QString());
    delete window;
}

void TestHelp::D11_failureSaysWhy()
{
    FakeProject project;
    Aiven::Client client = project.client();
    auto *const window = new App::TableEngines(client, u"sandbox"_s, u"gone"_s); // 404
    window->open();
    QTRY_VERIFY(buttonIn(window, u"Try again"_s));
    delete window;
}

QTEST_MAIN(TestHelp)
#include "tst_help.moc"
