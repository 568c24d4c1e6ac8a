// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakenetwork.h"

#include <QTimer>

#include <algorithm>

namespace TestSupport {

namespace {

class FakeReply final : public QNetworkReply
{
public:
    FakeReply(const QNetworkRequest &request, QNetworkAccessManager::Operation operation, FakeAnswer answer,
              int &aborted, QObject *parent)
        : QNetworkReply(parent)
        , m_answer(std::move(answer))
        , m_aborted(aborted)
    {
        setRequest(request);
        setUrl(request.url());
        setOperation(operation);
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        if (!m_answer.hangs)
            QTimer::singleShot(0, this, &FakeReply::deliver);
    }

    void abort() override
    {
        if (isFinished())
            return;
        ++m_aborted;
        setError(QNetworkReply::OperationCanceledError, QStringLiteral("aborted"));
        setFinished(true);
        emit errorOccurred(QNetworkReply::OperationCanceledError);
        emit finished();
    }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_arrived - m_read + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 size = std::min(maxSize, m_arrived - m_read);
        std::copy_n(m_answer.body.constData() + m_read, size, data);
        m_read += size;
        return size;
    }

private:
    void deliver()
    {
        if (isFinished())
            return;
        if (m_answer.status > 0) {
            setAttribute(QNetworkRequest::HttpStatusCodeAttribute, m_answer.status);
            for (const auto &[header, value] : std::as_const(m_answer.headers))
                setRawHeader(header, value);
            emit metaDataChanged();
            m_arrived = m_answer.body.size();
            if (m_arrived > 0)
                emit readyRead();
        }
        if (isFinished()) // aborted by a reader of the signals
            return;
        setFinished(true);
        if (m_answer.error != QNetworkReply::NoError) {
            setError(m_answer.error, QStringLiteral("words with http://user:secret@host in them"));
            emit errorOccurred(m_answer.error);
        }
        emit finished();
    }

    const FakeAnswer m_answer;
    int &m_aborted;
    qint64 m_arrived = 0;
    qint64 m_read = 0;
};

QByteArray verbOf(QNetworkAccessManager::Operation operation, const QNetworkRequest &request)
{
    switch (operation) {
    case QNetworkAccessManager::GetOperation: return "GET";
    case QNetworkAccessManager::PostOperation: return "POST";
    case QNetworkAccessManager::PutOperation: return "PUT";
    case QNetworkAccessManager::DeleteOperation: return "DELETE";
    case QNetworkAccessManager::HeadOperation: return "HEAD";
    default: return request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
    }
}

} // namespace

Core::Json FakeRequest::json() const
{
    const auto parsed = Core::parseJson(body);
    return parsed ? *parsed : Core::Json();
}

FakeAnswer FakeAnswer::json(const Core::Json &value, int httpStatus)
{
    return text(Core::toText(value), httpStatus);
}

FakeAnswer FakeAnswer::text(const QByteArray &value, int httpStatus, const QByteArray &type)
{
    FakeAnswer answer;
    answer.status = httpStatus;
    answer.body = value;
    answer.headers = {{"Content-Type", type}};
    return answer;
}

FakeAnswer FakeAnswer::refusal(int httpStatus, const QString &message, const QString &code)
{
    Core::Json entry{{"message", Core::toStdString(message)}, {"status", httpStatus}};
    if (!code.isEmpty())
        entry["error_code"] = Core::toStdString(code);
    Core::Json body = Core::Json::object();
    body["message"] = Core::toStdString(message);
    body["errors"] = Core::Json::array({entry});
    return json(body, httpStatus);
}

FakeAnswer FakeAnswer::hang()
{
    FakeAnswer answer;
    answer.status = 0;
    answer.hangs = true;
    return answer;
}

FakeAnswer FakeAnswer::cut(QNetworkReply::NetworkError why)
{
    FakeAnswer answer;
    answer.status = 0;
    answer.error = why;
    return answer;
}

FakeAnswer &FakeAnswer::with(const QByteArray &header, const QByteArray &value)
{
    headers.append({header, value});
    return *this;
}

FakeNetwork::FakeNetwork(Handler handler, QObject *parent)
    : QNetworkAccessManager(parent)
    , m_handler(std::move(handler))
{}

QByteArrayList FakeNetwork::lines() const
{
    QByteArrayList lines;
    for (const FakeRequest &request : m_requests)
        lines.append(request.line());
    return lines;
}

qsizetype FakeNetwork::count(const QByteArray &verb) const
{
    return std::count_if(m_requests.cbegin(), m_requests.cend(),
                         [&verb](const FakeRequest &request) { return request.verb == verb; });
}

QNetworkReply *FakeNetwork::createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body)
{
    const QUrl url = request.url();
    QByteArray path = url.path(QUrl::FullyEncoded).toUtf8();
    if (url.hasQuery())
        path += '?' + url.query(QUrl::FullyEncoded).toUtf8();
    m_requests.append({verbOf(operation, request), path, body ? body->readAll() : QByteArray(), request});
    const FakeRequest asked = m_requests.constLast();
    return new FakeReply(request, operation, m_handler ? m_handler(asked) : FakeAnswer::hang(), m_aborted, this);
}

} // namespace TestSupport
