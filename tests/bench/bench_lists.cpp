// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The longest pause of the window while large lists are read, filtered and scrolled: 500 projects of which five with 1 000
// services are open, 5 000 topics, an integration with 400 tables × 100 columns. The network is a fake, so that nothing but
// the window's own work is measured; answers are made before.
#include "app/accounts.h"
#include "app/editor/editorpage.h"
#include "app/language.h"
#include "app/mainwindow.h"
#include "app/memorystore.h"
#include "app/sandboxprocess.h"
#include "app/settings.h"
#include "app/topicssection.h"
#include "support/fakenetwork.h"
#include "widgets/fonts.h"
#include "widgets/style.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>
#include <QTreeView>

#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;
using Core::Json;
using TestSupport::FakeAnswer;
using TestSupport::FakeNetwork;
using TestSupport::FakeRequest;

namespace {

constexpr int projectCount = 500;
constexpr int serviceCount = 1'000;
constexpr int topicCount = 5'000;
constexpr int tableCount = 400;
constexpr int columnCount = 100;
constexpr int scrollSteps = 40;
constexpr qint64 limitMs = 30'000;

/// Beats once a millisecond; a beat that comes late says how long the window did not answer.
class Pulse final : public QObject
{
public:
    Pulse()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_longest = std::max(m_longest, m_clock.nsecsElapsed());
            m_clock.restart();
        });
    }
    void start()
    {
        m_longest = 0;
        m_clock.start();
        m_timer.start(1);
    }
    [[nodiscard]] double stop()
    {
        QApplication::processEvents();
        m_timer.stop();
        return double(std::max(m_longest, m_clock.nsecsElapsed())) / 1e6;
    }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
};

void spin(const std::function<bool()> &isDone)
{
    QElapsedTimer clock;
    clock.start();
    while (!isDone() && clock.elapsed() < limitMs)
        QApplication::processEvents();
    if (!isDone())
        qFatal("a list was not shown in time");
}

void settle()
{
    QElapsedTimer clock;
    clock.start();
    spin([&clock] { return clock.elapsed() > 300; });
}

void scroll(QAbstractItemView &view)
{
    QScrollBar &bar = *view.verticalScrollBar();
    for (int step = 0; step <= scrollSteps; ++step) {
        bar.setValue(int(qint64(bar.maximum()) * step / scrollSteps));
        QApplication::processEvents();
    }
}

void typeInto(QLineEdit &filter, const QString &text)
{
    for (qsizetype length = 1; length <= text.size(); ++length) {
        filter.setText(text.left(length));
        QApplication::processEvents();
    }
    filter.clear();
    QApplication::processEvents();
}

template <typename T>
T &child(const QWidget &in, const QString &accessibleName)
{
    for (T *one : in.findChildren<T *>()) {
        if (one->accessibleName() == accessibleName)
            return *one;
    }
    qFatal("there is no %s", qPrintable(accessibleName));
}

QByteArray named(const char *list, int count, const std::function<Json(const std::string &)> &make)
{
    Json all = Json::array();
    for (int i = 0; i < count; ++i)
        all.push_back(make(std::to_string(i)));
    return Core::toText({{list, std::move(all)}});
}

Json service(const std::string &number)
{
    return {{"service_name", "service-" + number},
            {"service_type", "kafka"},
            {"plan", "startup-16"},
            {"cloud_name", "here"},
            {"state", "RUNNING"},
            {"node_count", 3}};
}

Json topic(const std::string &number)
{
    return {{"topic_name", "topic-" + number},
            {"partitions", 3},
            {"replication", 2},
            {"retention_hours", 168},
            {"state", "ACTIVE"}};
}

Json table(const std::string &number)
{
    Json columns = Json::array();
    for (int i = 0; i < columnCount; ++i)
        columns.push_back({{"name", "column_" + std::to_string(i)}, {"type", "Nullable(String)"}});
    return {{"name", "table_" + number},
            {"columns", std::move(columns)},
            {"topics", Json::array({{{"name", "topic-" + number}}})},
            {"data_format", "JSONEachRow"},
            {"group_name", "group_" + number}};
}

Aiven::Account account()
{
    return {QUrl(u"https://api.example"_s), Core::Secret(u"token-of-the-bench"_s), u"Example"_s, {}};
}

double navigator()
{
    const QByteArray projects = named("projects", projectCount, [](const std::string &number) {
        return Json{{"project_name", "project-" + number}};
    });
    const QByteArray services = named("services", serviceCount, &service);
    FakeNetwork network([&](const FakeRequest &request) {
        return request.path == "/v1/project"       ? FakeAnswer::text(projects)
               : request.path.endsWith("/service") ? FakeAnswer::text(services)
                                                   : FakeAnswer::refusal(404, u"not there"_s);
    });
    const QTemporaryDir folder;
    QSettings store(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    App::Settings settings(store);
    MemoryStore secrets;
    App::SandboxProcess sandbox(folder.path());
    App::Accounts accounts(network, settings, secrets);
    App::MainWindow window(accounts, sandbox, settings);
    window.resize(1280, 800);
    window.show();
    settle();
    Pulse pulse;
    pulse.start();
    accounts.add(account(), App::Accounts::Keep::ThisSession);
    spin([&window] {
        return window.findChild<QTreeView *>() &&
               window.findChild<QTreeView *>()->verticalScrollBar()->maximum() > 4 * serviceCount;
    });
    settle();
    scroll(child<QTreeView>(window, u"Services"_s));
    typeInto(child<QLineEdit>(window, u"Filter services"_s), u"service-99"_s);
    settle();
    return pulse.stop();
}

double topics()
{
    const QByteArray answer = named("topics", topicCount, &topic);
    FakeNetwork network([&answer](const FakeRequest &) { return FakeAnswer::text(answer); });
    Aiven::Client client(network, account());
    App::TopicsSection section(client, u"p"_s, u"kafka"_s);
    section.resize(1000, 700);
    section.show();
    settle();
    auto &view = child<QTableView>(section, u"Topics"_s);
    Pulse pulse;
    pulse.start();
    section.refresh();
    spin([&view] { return view.model()->rowCount() == topicCount; });
    settle();
    scroll(view);
    typeInto(child<QLineEdit>(section, u"Filter topics"_s), u"topic-499"_s);
    section.refresh(); // the second reading replaces what is shown
    settle();
    return pulse.stop();
}

double editor()
{
    const QByteArray integration =
        "{\"service_integration\": {\"service_integration_id\": \"i-1\", \"integration_type\": \"clickhouse_kafka\","
        "\"enabled\": true, \"active\": true, \"source_service\": \"kafka\", \"source_service_type\": \"kafka\","
        "\"dest_service\": \"ch\", \"dest_service_type\": \"clickhouse\", \"user_config\": " +
        named("tables", tableCount, &table) + "}}";
    const QByteArray topicList = named("topics", tableCount, &topic);
    FakeNetwork network([&](const FakeRequest &request) {
        return request.path.contains("/integration/") ? FakeAnswer::text(integration)
               : request.path.endsWith("/topic")      ? FakeAnswer::text(topicList)
                                                      : FakeAnswer::refusal(404, u"not there"_s);
    });
    Aiven::Client client(network, account());
    Pulse pulse;
    pulse.start();
    App::EditorPage page(client, u"p"_s, u"ch"_s, u"i-1"_s);
    page.resize(1280, 760);
    page.show();
    spin([&page] { return page.draft().tableCount() == tableCount; });
    settle();
    auto &list = child<QListView>(page, u"Tables"_s);
    for (int row = 0; row < tableCount; row += tableCount / scrollSteps) {
        list.setCurrentIndex(list.model()->index(row, 0));
        QApplication::processEvents();
    }
    page.draft().setTableValue(0, u"group_name"_s, "another");
    settle();
    return pulse.stop();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QTemporaryDir home; // drafts of the editor are kept there
    qputenv("XDG_STATE_HOME", home.path().toUtf8());
    App::installTranslations();
    QApplication::setStyle(new Widgets::HeadgateStyle);
    Widgets::applyFonts(application, 1.0);
    Widgets::applyTheme(application, Widgets::Scheme::Light);
    std::printf("lists-services\t%.1f\t0\n", navigator());
    std::printf("lists-topics\t%.1f\t0\n", topics());
    std::printf("lists-tables\t%.1f\t0\n", editor());
    return 0;
}
