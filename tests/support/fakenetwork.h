// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <functional>

namespace TestSupport {

/// What a call sent.
struct FakeRequest
{
    QByteArray verb; ///< "GET"
    QByteArray path; ///< encoded, with the query: "/v1/project/demo/service/a%2Fb"
    QByteArray body;
    QNetworkRequest request;

    [[nodiscard]] QByteArray line() const { return verb + ' ' + path; }
    [[nodiscard]] Core::Json json() const;
};

/// What it gets. The makers below name the usual ones.
struct FakeAnswer
{
    using Headers = QList<QPair<QByteArray, QByteArray>>;

    int status = 200; ///< 0: the head never came
    QByteArray body;
    Headers headers{{"Content-Type", "application/json"}};
    QNetworkReply::NetworkError error = QNetworkReply::NoError; ///< comes after status and body
    bool hangs = false;                                         ///< never ends by itself

    [[nodiscard]] static FakeAnswer json(const Core::Json &value, int httpStatus = 200);
    [[nodiscard]] static FakeAnswer text(const QByteArray &value, int httpStatus = 200,
                                         const QByteArray &type = "application/json");
    /// The API's error shape.
    [[nodiscard]] static FakeAnswer refusal(int httpStatus, const QString &message, const QString &code = {});
    [[nodiscard]] static FakeAnswer hang();
    /// The connection ends without an answer.
    [[nodiscard]] static FakeAnswer cut(QNetworkReply::NetworkError why = QNetworkReply::RemoteHostClosedError);

    FakeAnswer &with(const QByteArray &header, const QByteArray &value);
};

/// A network that answers by a function, one event-loop turn later, and keeps what was asked.
class FakeNetwork final : public QNetworkAccessManager
{
    Q_OBJECT

public:
    using Handler = std::function<FakeAnswer(const FakeRequest &)>;

    explicit FakeNetwork(Handler handler = {}, QObject *parent = nullptr);

    void setHandler(Handler handler) { m_handler = std::move(handler); }
    [[nodiscard]] const QList<FakeRequest> &requests() const { return m_requests; }
    /// "GET /v1/me", in the order they came.
    [[nodiscard]] QByteArrayList lines() const;
    [[nodiscard]] qsizetype count(const QByteArray &verb) const;
    /// Requests that were aborted by the caller before they ended.
    [[nodiscard]] int aborted() const { return m_aborted; }
    void clear() { m_requests.clear(); }

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body) override;

private:
    Handler m_handler;
    QList<FakeRequest> m_requests;
    int m_aborted = 0;
};

} // namespace TestSupport
