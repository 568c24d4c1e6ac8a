// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/databases/createdatabasedialog.h"
#include "app/setup/createservicedialog.h"
#include "app/setup/createtopicdialog.h"
#include "shownwindow.h"
#include "support/fakenetwork.h"

#include <QPointer>

namespace TestSupport {

using namespace Qt::StringLiterals;

enum CreateKind { Service, Topic, Database };

inline constexpr auto onePlan = R"({"service_plans": [{"service_plan": "startup-4", "node_count": 1,
    "regions": {"here": {"price_usd": "0.41", "node_memory_mb": 4096}}}]})";
inline constexpr auto madeService =
    R"({"service": {"service_name": "orders", "service_type": "kafka", "plan": "startup-4",
    "state": "REBUILDING"}})";
inline constexpr auto listOfAll = R"({"topics": [{"topic_name": "orders", "partitions": 1}],
    "databases": [{"name": "orders", "state": "ok", "tables": []}],
    "service": {"service_name": "orders", "service_type": "kafka", "plan": "startup-4", "state": "REBUILDING"}})";

/// One of the dialogs that create something, with a good name in it, over a service that answers as the test says.
struct CreateScene
{
    explicit CreateScene(CreateKind which) : dialog(make(which))
    {
        dialog->open();
        input()->setText(u"orders"_s);
    }
    ~CreateScene() { delete dialog; }

    [[nodiscard]] App::CreateDialog *make(CreateKind which)
    {
        switch (which) {
        case Service:
            return new App::CreateServiceDialog(client, {u"p"_s, u"kafka"_s, u"Apache Kafka"_s, {}, {u"kafka-1"_s}},
                                                &parent);
        case Topic: return new App::CreateTopicDialog(client, u"p"_s, u"kafka-demo"_s, &parent);
        case Database: break;
        }
        auto *made = new App::CreateDatabaseDialog(client, u"p"_s, u"ch"_s, {u"mine"_s}, &parent);
        made->setAttribute(Qt::WA_DeleteOnClose);
        return made;
    }
    [[nodiscard]] QLineEdit *input() const { return dialog->findChild<QLineEdit *>(); }
    [[nodiscard]] QPushButton *create() const
    {
        for (QPushButton *found : dialog->findChildren<QPushButton *>()) {
            if (found->isDefault())
                return found;
        }
        return nullptr;
    }
    [[nodiscard]] bool shows(const QString &text) const { return showsText(dialog, text); }
    [[nodiscard]] FakeAnswer answer(const FakeRequest &request) const
    {
        if (isOffline)
            return FakeAnswer::cut(QNetworkReply::ConnectionRefusedError);
        if (request.path.endsWith("/plans"))
            return plans;
        if (request.verb == "POST")
            return posted;
        return request.path.endsWith("/clouds") ? FakeAnswer::text(R"({"clouds": []})") : readBack;
    }

    bool isOffline = false;
    FakeAnswer plans = FakeAnswer::text(onePlan);
    FakeAnswer posted = FakeAnswer::text(madeService);
    FakeAnswer readBack = FakeAnswer::refusal(404, u"Not found"_s);
    FakeNetwork network{[this](const FakeRequest &request) { return answer(request); }};
    Aiven::Client client{network,
                         {QUrl(u"https://api.example"_s), Core::Secret(u"token-of-the-test"_s), u"test"_s},
                         {.backOff = std::chrono::milliseconds(1),
                          .longestWait = std::chrono::milliseconds(5),
                          .poll = std::chrono::milliseconds(5),
                          .probe = std::chrono::milliseconds(5)}};
    QWidget parent;
    QPointer<App::CreateDialog> dialog;
};

} // namespace TestSupport
