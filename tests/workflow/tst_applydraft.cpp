// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeapi.h"
#include "workflow/applydraft.h"
#include "workflow/configcompare.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace TestSupport;
using Workflow::ApplyDraft;
using Workflow::Failure;
using State = ApplyDraft::State;
using Kind = Aiven::ApiError::Kind;

namespace {

Core::Json json(const char *text)
{
    return *Core::parseJson(text);
}

Core::Json tables(std::initializer_list<const char *> names)
{
    Core::Json list = Core::Json::array();
    for (const char *name : names)
        list.push_back({{"name", name}, {"group_name", "g"}});
    Core::Json config = Core::Json::object();
    config["tables"] = list;
    return config;
}

} // namespace

class TestApplyDraft : public QObject
{
    Q_OBJECT

private slots:
    void comparesConfigs_data();
    void comparesConfigs();
    void appliesAndWaitsForTables();
    void nothingToSend();
    void notChangedIsSuccess();
    void changedByAnother();
    void overwriteOnRequest();
    void lostAnswer_data();
    void lostAnswer();
    void outcomeUnreadable();
    void notAsSent();
    void refusalCarriesTheField();
    void deletedMeanwhile();
    void tableThatCannotBeMade();
    void removesAllTables();
    void poweredOffMeanwhile();
    void startsOnce();
};

void TestApplyDraft::comparesConfigs_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("read");
    QTest::addColumn<QStringList>("wrong");
    const auto row = [](const char *name, const char *sent, const char *read, const QStringList &wrong) {
        QTest::newRow(name) << QByteArray(sent) << QByteArray(read) << wrong;
    };
    row("equal", R"({"a": 1})", R"({"a": 1})", {});
    row("order of keys", R"({"a": 1, "b": 2})", R"({"b": 2, "a": 1})", {});
    row("service's defaults", R"({"t": [{"n": 1}]})", R"({"t": [{"n": 1, "more": 2}], "x": 0})", {});
    row("value", R"({"t": [{"n": 1}]})", R"({"t": [{"n": 2}]})", {u"/t/0/n"_s});
    row("missing", R"({"a": 1})", "{}", {u"/a"_s});
    row("array length", R"({"t": [1, 2]})", R"({"t": [1]})", {u"/t"_s});
    row("array order", R"({"t": [1, 2]})", R"({"t": [2, 1]})", {u"/t/0"_s, u"/t/1"_s});
    row("slash in a key", R"({"a/b~": 1})", R"({"a/b~": 2})", {u"/a~1b~0"_s});
    row("2^64-1", R"({"a": 18446744073709551615})", R"({"a": 18446744073709551614})", {u"/a"_s});
}

void TestApplyDraft::comparesConfigs()
{
    QFETCH(const QByteArray, sent);
    QFETCH(const QByteArray, read);
    QFETCH(const QStringList, wrong);
    QCOMPARE(Workflow::differences(*Core::parseJson(sent), *Core::parseJson(read)), wrong);
}

void TestApplyDraft::appliesAndWaitsForTables()
{
    FakeApi api;
    api.exists = true;
    api.config = tables({"old"});
    api.looksPerTable = 2;
    Aiven::Client client = api.client();
    ApplyDraft apply(client, u"p"_s, u"i-1"_s, api.config, tables({"old", "a", "b"}), nullptr);
    QList<int> visible;
    QList<State> states;
    connect(&apply, &ApplyDraft::stateChanged, &apply, [&] {
        states.append(apply.state());
        visible.append(apply.visible());
    });
    apply.start();
    QTRY_COMPARE(apply.state(), State::Done);
    QCOMPARE(apply.wanted(), 3);
    QCOMPARE(apply.visible(), 3);
    QVERIFY(visible.contains(1) && visible.contains(2));
    QCOMPARE(states.first(4),
             QList<State>({State::Reading, State::Sending, State::Verifying, State::WaitingForClickHouse}));
    QCOMPARE(Core::toText(api.config), Core::toText(tables({"old", "a", "b"})));
    QVERIFY(!apply.wasUnchanged());
}

void TestApplyDraft::nothingToSend()
{
    FakeApi api;
    api.exists = true;
    api.config = tables({"a"});
    Aiven::Client client = api.client();
    ApplyDraft apply(client, u"p"_s, u"i-1"_s, tables({}), tables({"a"}), nullptr);
    apply.start();
    QTRY_COMPARE(apply.state(), State::Done);
    QVERIFY(apply.wasUnchanged());
    QCOMPARE(api.count("PUT"), 0);
}

void TestApplyDraft::notChangedIsSuccess()
{
    FakeApi api;
    api.exists = true;
    api.config = json(R"({"tables": [{"name": "a", "group_name": "g", "num_consumers": 1}]})");
    api.answerNext(putLine, FakeAnswer::refusal(400, u"User config not changed"_s));
    Aiven::Client client = api.client();
    ApplyDraft apply(client, u"p"_s, u"i-1"_s, api.config, tables({"a"}), nullptr);
    apply.start();
    QTRY_COMPARE(apply.state(), State::Done);
    QVERIFY(apply.wasUnchanged());
}

void TestApplyDraft::changedByAnother()
{
    // N-47
    FakeApi api;
    api.exists = true;
    api.config = tables({"theirs"});
    Aiven::Client client = api.client();
    ApplyDraft apply(client, u"p"_s, u"i-1"_s, tables({}), tables({"mine"}), nullptr);
    apply.start();
    QTRY_COMPARE(apply.state(), State::Conflict);
    QCOMPARE(Core::toText(apply.theirs()), Core::toText(tables({"theirs"})));
    QCOMPARE(api.count("PUT"), 0);
    QVERIFY(!apply.isRunning());
}

void TestApplyDraft::overwriteOnRequest()
{
    FakeApi api;
    api.exists = true;
    api.config = tables({"theirs"});
    Aiven::Client client = api.client();
    ApplyDraft apply(client, u"p"_s, u"i-1"_s, tables({}), tables({"mine"}), nullptr);
    apply.start();
    QTRY_COMPARE(apply.state(), State::Conflict);
    apply.overwrite();
    apply.overwrite();
    QTRY_COMPARE(apply.state(), State::Done);
    QCOMPARE(Core::toText(api.config), Core::toText(tables({"mine"})));
    QCOMPARE(api.count("PUT"), 1);
}

void TestApplyDraft::lostAnswer_data()
{
    QTest::addColumn<bool>("done");
    QTest::newRow("N-05 done") << true;
    QTest::newRow("N-05 not done") << false;
}

void TestApplyDraft::lostAnswer()
{
    QFETCH(const bool, done);
    FakeApi api;
    api.exists = true;
    api.answerNext(putLine, FakeAnswer::cut());
    Aiven::Client client = api.client();
    ApplyDraft apply(client, u"p"_s, u"i-1"_s, api.config, tables({"a"}), nullptr);
    connect(&apply, &ApplyDraft::stateChanged, &apply, [&] {
        if (apply.state() == State::Verifying && done)
            api.config = tables({"a"});
    });
    apply.start();
    QTRY_VERIFY(apply.state() == State::Done || apply.state() == State::Failed);
    QCOMPARE(apply.state(), done ? State::Done : State::Failed);
    QCOMPARE(apply.wasConfirmedByReading(), done);
    QCOMPARE(api.count("PUT"), 1);
    if (!done) {
        QCOMPARE(apply.failure().readBack, Failure::ReadBack::NotDone);
        apply.start();
        QTRY_COMPARE(apply.state(), State::Done);
    }
}

void TestApplyDraft::outcomeUnreadable()
{
    FakeApi api;
    api.exists = true;
    api.answerNext(putLine, FakeAnswer::cut());
    Aiven::Client client = api.client();
    ApplyDraft apply(client, u"p"_s, u"i-1"_s, api.config, tables({"a"}), nullptr);
    connect(&apply, &ApplyDraft::stateChanged, &apply, [&] {
        if (apply.state() != State::Verifying)
            return;
        for (int i = 0; i < 3; ++i)
            api.answerNext(getLine, FakeAnswer::cut(QNetworkReply::HostNotFoundError));
    });
    apply.start();
    QTRY_COMPARE(apply.state(), State::Failed);
    QCOMPARE(apply.failure().readBack, Failure::ReadBack::Unreadable);
    QCOMPARE(apply.failedIn(), State::Verifying);
}

void TestApplyDraft::notAsSent()
{
    FakeApi api;
    api.exists = true;
    Aiven::Client client = api.client();
    ApplyDraft apply(client, u"p"_s, u"i-1"_s, api.config, tables({"a"}), nullptr);
    connect(&apply, &ApplyDraft::stateChanged, &apply, [&] {
        if (apply.state() == State::Verifying)
            api.config = json(R"({"tables": [{"name": "a", "group_name": "other"}]})");
    });
    apply.start();
    QTRY_COMPARE(apply.state(), State::Failed);
    QCOMPARE(apply.failure().cause, Failure::Cause::NotAsSent);
    QCOMPARE(apply.failure().messages, QStringList(u"/tables/0/group_name"_s));
}

void TestApplyDraft::refusalCarriesTheField()
{
    FakeApi api;
    api.exists = true;
    api.answerNext(putLine, FakeAnswer::refusal(400, u"Invalid input for tables[0].columns[0].type: no such type"_s));
    Aiven::Client client = api.client();
    ApplyDraft apply(client, u"p"_s, u"i-1"_s, api.config, tables({"a"}), nullptr);
    apply.start();
    QTRY_COMPARE(apply.state(), State::Failed);
    QCOMPARE(apply.failure().error->kind, Kind::Invalid);
    QCOMPARE(apply.failure().error->fields.constFirst().pointer, u"/tables/0/columns/0/type"_s);
}

void TestApplyDraft::deletedMeanwhile()
{
    FakeApi api;
    Aiven::Client client = api.client();
    ApplyDraft apply(client, u"p"_s, u"i-1"_s, api.config, tables({"a"}), nullptr);
    apply.start();
    QTRY_COMPARE(apply.state(), State::Failed);
    QCOMPARE(apply.failure().error->kind, Kind::NotFound);
    QCOMPARE(apply.failedIn(), State::Reading);
}

void TestApplyDraft::tableThatCannotBeMade()
{
    FakeApi api;
    api.exists = true;
    api.looksPerTable = 10'000;
    Aiven::Client client = api.client();
    ApplyDraft apply(client, u"p"_s, u"i-1"_s, api.config, tables({"a"}), nullptr);
    connect(&apply, &ApplyDraft::stateChanged, &apply, [&] {
        if (apply.state() == State::WaitingForClickHouse)
            api.failure = u"table a: Unknown type"_s;
    });
    apply.start();
    QTRY_COMPARE(apply.state(), State::Failed);
    QCOMPARE(apply.failedIn(), State::WaitingForClickHouse);
    QCOMPARE(apply.failure().messages, QStringList(api.failure));
}

void TestApplyDraft::removesAllTables()
{
    FakeApi api;
    api.exists = true;
    api.config = tables({"a"});
    Aiven::Client client = api.client();
    ApplyDraft apply(client, u"p"_s, u"i-1"_s, api.config, tables({}), nullptr);
    apply.start();
    QTRY_COMPARE(apply.state(), State::Done);
    QCOMPARE(Core::toText(api.config), Core::toText(tables({})));
}

void TestApplyDraft::poweredOffMeanwhile()
{
    FakeApi api;
    api.exists = true;
    api.answerNext(databasesLine, FakeAnswer::refusal(409, u"Service ch is powered off"_s, u"not_powered"_s));
    Aiven::Client client = api.client();
    ApplyDraft apply(client, u"p"_s, u"i-1"_s, api.config, tables({"a"}), nullptr);
    apply.start();
    QTRY_COMPARE(apply.state(), State::Done); // Aiven has it: no failure, and nothing to wait for
    QVERIFY(apply.waitsForPower());
    QCOMPARE(Core::toText(api.config), Core::toText(tables({"a"})));
}

void TestApplyDraft::startsOnce()
{
    FakeApi api;
    api.exists = true;
    Aiven::Client client = api.client();
    ApplyDraft apply(client, u"p"_s, u"i-1"_s, api.config, tables({"a"}), nullptr);
    apply.start();
    apply.start();
    QTRY_COMPARE(apply.state(), State::Done);
    QCOMPARE(api.count("PUT"), 1);
}

QTEST_GUILESS_MAIN(TestApplyDraft)
#include "tst_applydraft.moc"
