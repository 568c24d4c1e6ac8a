// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibility/names.h"
#include "app/activitycard.h"
#include "app/activitylog.h"
#include "shownwindow.h"
#include "widgets/style.h"

#include <QApplication>

using namespace Qt::StringLiterals;
using TestSupport::showsText;

namespace {

const App::Place here{nullptr, u"p"_s, u"ch"_s, u"clickhouse"_s};
const App::Place elsewhere{nullptr, u"p"_s, u"other"_s, u"clickhouse"_s};
const QString nothingYet = u"Nothing yet in this session."_s;

struct Fixture
{
    Fixture()
    {
        card.setWindowTitle(u"Service"_s);
        card.resize(500, 300);
        card.show();
    }
    [[nodiscard]] bool shows(const QString &text) const { return showsText(&card, text); }

    App::ActivityLog log;
    App::ActivityCard card{log, here};
};

} // namespace

/// "Recent activity" of a service. It is of this session and reads nothing: it can be neither loading nor offline.
class TestActivity final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setStyle(new Widgets::HeadgateStyle); }
    void emptySaysWhatComes();
    void listsTheNewestFirst();
    void keepsToItsService();
    void foreignTextIsPlain();
};

void TestActivity::emptySaysWhatComes()
{
    Fixture fixture;
    QVERIFY(fixture.shows(nothingYet));
    QVERIFY(fixture.shows(u"What you set up, apply or disconnect is listed here."_s));
    QCOMPARE(Accessibility::problemsIn(fixture.card).join(u'\n'), QString());
}

void TestActivity::listsTheNewestFirst()
{
    Fixture fixture;
    for (int i = 0; i < 6; ++i)
        fixture.log.add(here, Widgets::State::Ok, u"Change %1"_s.arg(i));
    QTRY_VERIFY(fixture.shows(u"Change 5"_s));
    QVERIFY(fixture.shows(u"Change 2"_s));
    QVERIFY(!fixture.shows(u"Change 1"_s)); // four are enough
    QVERIFY(!fixture.shows(nothingYet));
    const auto yOf = [&fixture](const QString &text) {
        for (const QLabel *label : fixture.card.findChildren<QLabel *>()) {
            if (label->text() == text)
                return label->mapTo(&fixture.card, QPoint()).y();
        }
        return -1;
    };
    QTRY_VERIFY(yOf(u"Change 5"_s) < yOf(u"Change 2"_s));
    QCOMPARE(Accessibility::problemsIn(fixture.card).join(u'\n'), QString());
}

void TestActivity::keepsToItsService()
{
    Fixture fixture;
    fixture.log.add(elsewhere, Widgets::State::Ok, u"Configuration applied"_s);
    QVERIFY(fixture.shows(nothingYet));
    fixture.log.add(here, Widgets::State::Ok, u"Integration enabled"_s);
    for (int i = 0; i < 10; ++i)
        fixture.log.add(elsewhere, Widgets::State::Ok, u"Configuration applied"_s);
    QTRY_VERIFY(fixture.shows(u"Integration enabled"_s)); // ten of another service do not push it out
    QVERIFY(!fixture.shows(u"Configuration applied"_s));
}

void TestActivity::foreignTextIsPlain()
{
    Fixture fixture;
    fixture.log.add(here, Widgets::State::Ok, u"<b>kafka</b>\u202e connected"_s);
    QTRY_VERIFY(fixture.shows(u"<b>kafka</b><U+202E> connected"_s));
}

QTEST_MAIN(TestActivity)
#include "tst_activity.moc"
