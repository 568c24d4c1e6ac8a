// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibility/names.h"
#include "app/language.h"
#include "createscene.h"
#include "widgets/style.h"

#include <QApplication>

using namespace TestSupport;

/// The plans that the dialog "Create service" reads, in every state. tst_createdialogs has what happens after Create.
class TestServicePlans final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void plansNeverLookAlike_data();
    void plansNeverLookAlike();
    void readsPlansAgain();
};

void TestServicePlans::initTestCase()
{
    QApplication::setStyle(new Widgets::HeadgateStyle);
    App::installTranslations();
}

void TestServicePlans::plansNeverLookAlike_data()
{
    QTest::addColumn<FakeAnswer>("plans");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("tip");
    QTest::newRow("loading") << FakeAnswer::hang() << u"Reading plans and prices…"_s
                             << u"Plans and prices are being read."_s;
    QTest::newRow("empty") << FakeAnswer::text(R"({"service_plans": []})")
                           << u"Aiven offers no plan for this kind of service"_s << u"Ask an admin of the project."_s;
    QTest::newRow("none that fits") << FakeAnswer::text(
                                           R"({"service_plans": [{"service_plan": "hobbyist", "regions": {}}]})")
                                    << u"None of these plans allows integrations."_s << u"Startup plan or higher"_s;
    QTest::newRow("error") << FakeAnswer::refusal(501, u"Not now"_s) << u"Not now"_s
                           << u"The plans could not be read."_s;
    QTest::newRow("no permission") << FakeAnswer::refusal(403, u"Not for your role"_s) << u"Not for your role"_s
                                   << u"The plans could not be read."_s;
}

void TestServicePlans::plansNeverLookAlike()
{
    QFETCH(FakeAnswer, plans);
    QFETCH(QString, words);
    QFETCH(QString, tip);
    CreateScene scene(Service);
    scene.plans = plans; // asked one turn later
    QTRY_VERIFY(scene.shows(words));
    QCOMPARE(scene.shows(u"Reading plans and prices…"_s), plans.hangs);
    QVERIFY(!scene.create()->isEnabled());
    QVERIFY2(scene.create()->toolTip().contains(tip), qPrintable(scene.create()->toolTip()));
    QCOMPARE(Accessibility::problemsIn(*scene.dialog).join(u'\n'), QString());
    QTRY_COMPARE(buttonIn(scene.dialog, u"Try again"_s) != nullptr, plans.status >= 400);
    if (plans.status < 400)
        return;
    scene.plans = FakeAnswer::text(onePlan);
    buttonIn(scene.dialog, u"Try again"_s)->click();
    QTRY_VERIFY(scene.create()->isEnabled());
    QVERIFY(!scene.shows(words));
}

void TestServicePlans::readsPlansAgain()
{
    CreateScene scene(Service);
    scene.isOffline = true;
    QTRY_VERIFY(scene.shows(u"No connection to api.example: refused."_s));
    QTRY_VERIFY(scene.create()->toolTip().startsWith(u"No connection."_s));
    scene.isOffline = false;
    QTRY_VERIFY(scene.create()->isEnabled());
    QVERIFY(!scene.shows(u"No connection"_s));
}

QTEST_MAIN(TestServicePlans)
#include "tst_serviceplans.moc"
