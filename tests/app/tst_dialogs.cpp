// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibility/names.h"
#include "accessibility/taborder.h"
#include "app/commandpalette.h"
#include "app/databases/createdatabasedialog.h"
#include "app/disconnecting.h"
#include "app/endpoints/endpointswindow.h"
#include "app/help/helpwindow.h"
#include "app/help/tableengines.h"
#include "app/peekdialog.h"
#include "app/setup/createservicedialog.h"
#include "app/setup/createtopicdialog.h"
#include "app/tokendialog.h"
#include "shownwindow.h"
#include "support/fakenetwork.h"
#include "widgets/style.h"

#include <QAction>
#include <QApplication>
#include <QTableView>
#include <QTest>

#include <functional>
#include <memory>

using namespace Qt::StringLiterals;
using TestSupport::FakeAnswer;
using TestSupport::FakeNetwork;
using TestSupport::FakeRequest;

namespace {

FakeAnswer answer(const FakeRequest &request)
{
    if (request.path.endsWith("/messages"))
        return FakeAnswer::json(
            {{"messages", Core::Json::array({{{"partition", 0}, {"offset", 1}, {"value", {{"id", 1}}}}})}});
    if (request.path.contains("/topic/"))
        return FakeAnswer::json(
            {{"topic",
              {{"topic_name", "topic1"},
               {"partitions",
                Core::Json::array({{{"partition", 0}, {"latest_offset", 2}, {"earliest_offset", 0}}})}}}});
    return FakeAnswer::json({{"user", {{"user", "jane@example.com"}}}});
}

Aiven::Integration kafka()
{
    const auto read =
        Aiven::Integration::fromJson({{"service_integration_id", "11111111-2222-3333-4444-555555555555"},
                                      {"integration_type", "clickhouse_kafka"},
                                      {"source_service", "kafka-demo"},
                                      {"source_service_type", "kafka"},
                                      {"dest_service", "ch"},
                                      {"user_config", {{"tables", Core::Json::array({{{"name", "t1"}}})}}}});
    return *read;
}

} // namespace

/// Every dialog says what it is and what its parts are to someone who does not see it, and Escape leaves it.
class TestDialogs final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setStyle(new Widgets::HeadgateStyle); }
    void speak_data();
    void speak();
    void returnOnCancelErasesNothing();
    void returnInTheFieldIsThePrimary();

private:
    FakeNetwork m_network{&answer};
    Aiven::Client m_client{m_network, {QUrl(u"https://api.example"_s), Core::Secret(u"some-token"_s), u"Example"_s}};
    QAction m_action{u"Read again"_s};
};

using MakeDialog = std::function<QDialog *()>;
Q_DECLARE_METATYPE(MakeDialog)

void TestDialogs::speak_data()
{
    QTest::addColumn<MakeDialog>("make");
    QTest::newRow("token") << MakeDialog([this] { return new App::TokenDialog(m_network); });
    QTest::newRow("peek") << MakeDialog(
        [this] { return new App::PeekDialog(m_client, u"p"_s, u"kafka-demo"_s, u"topic1"_s, nullptr); });
    QTest::newRow("disconnect") << MakeDialog(
        [] { return new App::EraseDialog(App::disconnecting(kafka(), u"ch"_s, {})); });
    QTest::newRow("create a database") << MakeDialog(
        [this] { return new App::CreateDatabaseDialog(m_client, u"p"_s, u"ch"_s, {}, nullptr); });
    QTest::newRow("create a topic") << MakeDialog(
        [this] { return new App::CreateTopicDialog(m_client, u"p"_s, u"kafka-demo"_s); });
    QTest::newRow("create a service") << MakeDialog([this] {
        return new App::CreateServiceDialog(m_client, {u"p"_s, u"kafka"_s, u"Apache Kafka"_s, {}, {}}, nullptr);
    });
    QTest::newRow("endpoints") << MakeDialog([this] { return new App::EndpointsWindow(m_client, u"p"_s); });
    QTest::newRow("table engines") << MakeDialog([this] { return new App::TableEngines(m_client, u"p"_s, u"ch"_s); });
    QTest::newRow("help") << MakeDialog([] { return new App::HelpWindow(u"setup"_s); });
    QTest::newRow("commands") << MakeDialog([this] { return new App::CommandPalette({&m_action}, {}, nullptr); });
}

void TestDialogs::speak()
{
    QFETCH(MakeDialog, make);
    const std::unique_ptr<QDialog> dialog(make());
    dialog->show();
    const auto *table = dialog->findChild<QTableView *>();
    QTRY_VERIFY(!table || table->isVisible()); // until then it reads
    QCOMPARE(Accessibility::problemsIn(*dialog).join(u" | "_s), QString());
    QCOMPARE(Accessibility::tabProblemsIn(*dialog).join(u" | "_s), QString());
    QTest::keyClick(dialog.get(), Qt::Key_Escape);
    QVERIFY(!dialog->isVisible());
}

void TestDialogs::returnOnCancelErasesNothing()
{
    App::EraseDialog dialog(App::disconnecting(kafka(), u"ch"_s, {}));
    dialog.open();
    QTest::keyClicks(dialog.findChild<QLineEdit *>(), u"kafka-demo"_s);
    QVERIFY(TestSupport::buttonIn(&dialog, dialog.windowTitle())->isEnabled());
    auto *const cancel = TestSupport::buttonIn(&dialog, u"Cancel"_s);
    cancel->setFocus();
    QTest::keyClick(cancel, Qt::Key_Return);
    QCOMPARE(dialog.isVisible(), false);
    QCOMPARE(dialog.result(), int(QDialog::Rejected));
}

void TestDialogs::returnInTheFieldIsThePrimary()
{
    App::EraseDialog dialog(App::disconnecting(kafka(), u"ch"_s, {}));
    dialog.open();
    auto *const name = dialog.findChild<QLineEdit *>();
    QTest::keyClicks(name, u"kafka"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(dialog.isVisible()); // the name is not complete
    QTest::keyClicks(name, u"-demo"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
}

QTEST_MAIN(TestDialogs)
#include "tst_dialogs.moc"
