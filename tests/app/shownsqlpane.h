// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sql/sqlpane.h"
#include "clickhouse/scriptedserver.h"
#include "widgets/codeeditor.h"
#include "widgets/grid/resultgrid.h"
#include "widgets/messagebar.h"

#include <QLabel>
#include <QPushButton>
#include <QTabBar>
#include <QTcpSocket>

#include <algorithm>

using namespace Qt::StringLiterals;
using App::SqlPane;
using ClickHouse::KafkaTable;

inline const QByteArray head = "id\tname\nUInt64\tString\n";

/// Answers the pane's own questions; everything else is the test's.
inline ScriptedServer::Answer withOwnQuestions(ScriptedServer::Answer answer, QByteArray kafkaRows = {})
{
    return [answer, kafkaRows](QTcpSocket &socket, const SeenRequest &request) {
        if (request.body.contains("FROM system.databases"))
            return ScriptedServer::answerOk(socket, "name\nString\ndefault\nservice_kafka-demo\n");
        if (request.body.contains("engine = 'Kafka'"))
            return ScriptedServer::answerOk(socket,
                                            "a\tb\tc\td\te\nString\tString\tString\tString\tString\n" + kafkaRows);
        if (request.body.startsWith("KILL") || request.body.contains("system.processes"))
            return ScriptedServer::answerOk(socket, "0\n");
        answer(socket, request);
    };
}

inline ScriptedServer::Answer rows(const QByteArray &body)
{
    return [body](QTcpSocket &socket, const SeenRequest &) { ScriptedServer::answerOk(socket, head + body); };
}

inline QStringList userStatements(const ScriptedServer &server)
{
    QStringList statements = server.statements();
    statements.removeIf([](const QString &sql) { return sql.contains(u"FROM system."); });
    return statements;
}

inline const QTabBar *tabsOf(const SqlPane &pane)
{
    const auto bars = pane.findChildren<QTabBar *>();
    return *std::find_if(bars.begin(), bars.end(),
                         [](const QTabBar *bar) { return bar->accessibleName() == u"SQL tabs"; });
}

/// A shown pane on a scripted server.
class ShownPane
{
public:
    explicit ShownPane(ScriptedServer &server)
    {
        pane.resize(1000, 700);
        pane.setServer(server.address(), u"clickhouse-demo"_s);
        pane.setKafkaTables(
            {{{u"service_kafka-demo"_s, u"events"_s}, u"my-group"_s, {}, {u"t1"_s}, u"kafka-demo"_s, false, {}},
             {{u"service_kafka-demo"_s, u"many"_s},
              u"my-group"_s,
              {},
              {u"t1"_s, u"t2"_s},
              u"kafka-demo"_s,
              false,
              {}}});
        pane.show();
        pane.activateWindow();
    }

    void run(const QString &sql)
    {
        editor()->setText(sql);
        button(u"Run"_s)->click();
    }
    [[nodiscard]] Widgets::SqlEditor *editor() const { return visible<Widgets::SqlEditor>(); }
    [[nodiscard]] Widgets::ResultGrid *grid() const { return visible<Widgets::ResultGrid>(); }
    [[nodiscard]] QPushButton *button(const QString &caption) const
    {
        for (QPushButton *one : pane.findChildren<QPushButton *>()) {
            if (one->text() == caption && one->isVisible())
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] QString barTitle() const
    {
        const auto *const bar = visible<Widgets::MessageBar>();
        return bar ? bar->title() : QString();
    }
    template <typename T>
    [[nodiscard]] T *visible() const
    {
        for (T *one : pane.findChildren<T *>()) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] QString allLabels() const
    {
        QString text;
        for (const QLabel *label : pane.findChildren<QLabel *>())
            text += label->isVisible() ? label->text() + u'\n' : QString();
        return text;
    }

    SqlPane pane;
};
