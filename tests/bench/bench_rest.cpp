// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The REST API with a thousand integrations in its state: how long their list takes, and whether 200 requests side by
// side are all answered.
#include "support/rawhttp.h"
#include "support/sandboxprocess.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QTcpSocket>

#include <cstdio>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using Core::Json;

namespace {

constexpr int integrations = 1000;
constexpr int sideBySide = 200;
constexpr int patienceMs = 10'000;
const QByteArray project = "/v1/project/sandbox";

bool fill(const SandboxProcess &sandbox)
{
    for (int number = 0; number < integrations; ++number) {
        const auto endpoint = sandbox.call("POST", project + "/integration_endpoint",
                                           {{"endpoint_name", "e" + std::to_string(number)},
                                            {"endpoint_type", "datadog"},
                                            {"user_config", {{"datadog_api_key", "k"}}}});
        const auto integration =
            sandbox.call("POST", project + "/integration",
                         {{"integration_type", "datadog"},
                          {"source_service", "clickhouse-demo"},
                          {"dest_endpoint_id", endpoint.body["service_integration_endpoint"]["endpoint_id"]}});
        if (integration.status != 200)
            return false;
    }
    return true;
}

QByteArray request(const SandboxProcess &sandbox, const QByteArray &path)
{
    return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(sandbox.port()) +
           "\r\nAuthorization: aivenv1 " + sandbox.token().toUtf8() + "\r\nConnection: close\r\n\r\n";
}

/// Milliseconds, or a negative number when the list is not what it should be.
double listTime(const SandboxProcess &sandbox)
{
    QElapsedTimer clock;
    clock.start();
    const RawHttp::Answer answer =
        RawHttp::send(sandbox.port(), request(sandbox, project + "/service/clickhouse-demo/integration"));
    const double time = double(clock.nsecsElapsed()) / 1e6;
    return answer.body.count("\"enabled\":true") == integrations ? time : -1;
}

/// How many of the requests got no answer or another one than 200.
int lostSideBySide(const SandboxProcess &sandbox)
{
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (int number = 0; number < sideBySide; ++number) {
        auto &socket = sockets.emplace_back(std::make_unique<QTcpSocket>());
        socket->connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(sandbox.port()));
    }
    const QByteArray wanted = request(sandbox, project); // a short answer: the sockets are read one after the other
    for (const auto &socket : sockets) {
        if (socket->waitForConnected(patienceMs)) {
            socket->write(wanted);
            socket->flush();
        }
    }
    int lost = 0;
    for (const auto &socket : sockets) {
        QByteArray answer;
        while (socket->waitForReadyRead(patienceMs))
            answer += socket->readAll();
        answer += socket->readAll();
        lost += answer.startsWith("HTTP/1.1 200") && answer.endsWith('}') ? 0 : 1;
    }
    return lost;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    SandboxProcess sandbox;
    if (!sandbox.start() || !fill(sandbox)) {
        std::fprintf(stderr, "%s\n", qPrintable(sandbox.errorOutput()));
        return 1;
    }
    const double first = listTime(sandbox);
    const double time = listTime(sandbox);
    if (first < 0 || time < 0)
        return 1;
    std::printf("rest-list\t%.1f\t0\nrest-lost\t%d\t0\n", time, lostSideBySide(sandbox));
    return 0;
}
