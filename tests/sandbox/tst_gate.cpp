// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/gate.h"
#include "sandbox/api/router.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Sandbox::Gate;

namespace {

constexpr int port = 8080;
using Headers = QList<std::pair<QByteArray, QByteArray>>;

const Headers good{{"Host", "127.0.0.1:8080"}, {"Authorization", "aivenv1 right"}};

Headers with(const char *name, const char *value)
{
    return Headers(good) << std::pair<QByteArray, QByteArray>{name, value};
}

} // namespace

class TestGate final : public QObject
{
    Q_OBJECT

private slots:
    void decides_data();
    void decides();
    void splitsPaths_data();
    void splitsPaths();
    void splitsQueries();
};

void TestGate::decides_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<int>("status"); // 0: let through

    const auto row = [](const char *name, int status, const Headers &headers, const char *method = "GET",
                        const char *target = "/v1/me") {
        QTest::newRow(name) << QByteArray(method) << QByteArray(target) << headers << status;
    };
    const auto host = [](const char *name) { return Headers{{"Host", name}, {"Authorization", "aivenv1 right"}}; };
    const auto token = [](const char *value) { return Headers{{"Host", "localhost:8080"}, {"Authorization", value}}; };

    row("good", 0, good);
    row("localhost", 0, host("LocalHost:8080"));
    row("ipv6", 0, host("[::1]:8080"));
    row("no host", 421, {{"Authorization", "aivenv1 right"}});
    row("two hosts", 421, with("Host", "127.0.0.1:8080"));
    row("other name", 421, host("evil.example:8080"));
    row("other port", 421, host("127.0.0.1:8081"));
    row("no port", 421, host("127.0.0.1"));
    row("origin", 403, with("Origin", "http://127.0.0.1:8080"));
    row("null origin", 403, with("Origin", "null"));
    row("fetch site", 403, with("Sec-Fetch-Site", "same-origin"));
    row("fetch mode", 403, with("Sec-Fetch-Mode", "navigate"));
    row("fetch user", 403, with("Sec-Fetch-User", "?1"));
    row("options", 403, good, "OPTIONS");
    row("origin before token", 403, {{"Host", "127.0.0.1:8080"}, {"Origin", "x"}});
    row("two lengths", 400, with("Content-Length", "1") << std::pair<QByteArray, QByteArray>{"Content-Length", "1"},
        "POST");
    row("length is no number", 400, with("Content-Length", "-1"), "POST");
    row("length is a list", 400, with("Content-Length", "1, 1"), "POST");
    row("length overflows", 400, with("Content-Length", "99999999999999999999"), "POST");
    row("no token", 401, {{"Host", "127.0.0.1:8080"}});
    row("wrong token", 401, token("aivenv1 wrong"));
    row("longer token", 401, token("aivenv1 rightright"));
    row("part of the token", 401, token("aivenv1 righ"));
    row("empty token", 401, token("aivenv1 "));
    row("no scheme", 401, token("right"));
    row("other scheme", 401, token("Basic right"));
    row("two tokens", 401, with("Authorization", "aivenv1 right"));
    row("bearer", 0, token("bEaReR right"));
    row("aivenv1 in capitals", 0, token("AIVENV1 right"));
    row("for everybody", 0, {{"Host", "127.0.0.1:8080"}}, "GET", "/public");
    row("chunked", 411, with("Transfer-Encoding", "chunked"), "POST");
    row("identity transfer", 411, with("Transfer-Encoding", "identity"), "POST");
    row("compressed", 415, with("Content-Encoding", "gzip"), "POST");
    row("not compressed", 0, with("Content-Encoding", "identity"), "POST");
    row("form", 415, with("Content-Type", "Multipart/form-data; boundary=x"), "POST");
    row("longest body", 0, with("Content-Length", "1000"), "POST");
    row("too long", 413, with("Content-Length", "1001"), "POST");
    row("body of a GET", 400, with("Content-Length", "5"));
    row("empty body of a GET", 0, with("Content-Length", "0"));
}

void TestGate::decides()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(Headers, headers);
    const Gate gate({port, [](const std::string &token) { return token == "right"; }, 1000,
                     [](const Sandbox::RequestHead &head) { return head.target == "/public"; }});
    const auto values = [&headers](const char *name) {
        std::vector<std::string> found;
        for (const auto &[header, value] : headers) {
            if (header.compare(name, Qt::CaseInsensitive) == 0)
                found.push_back(value.toStdString());
        }
        return found;
    };
    const auto refusal = gate.refusal({method.toStdString(), target.toStdString(), values});
    const int status = refusal ? refusal->status : 0;
    QTEST(status, "status");
    if (status == 401)
        QCOMPARE(refusal->message, std::string("Invalid token"));
}

void TestGate::splitsPaths_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArrayList>("parts"); // empty: refused
    QTest::newRow("plain") << "/v1/me"_ba << QByteArrayList{"v1", "me"};
    QTest::newRow("query") << "/v1?a=/b"_ba << QByteArrayList{"v1"};
    QTest::newRow("slash in a name") << "/v1/a%2Fb"_ba << QByteArrayList{"v1", "a/b"};
    QTest::newRow("line break") << "/a%0Ab"_ba << QByteArrayList{"a\nb"};
    QTest::newRow("plus stays") << "/a+b"_ba << QByteArrayList{"a+b"};
    QTest::newRow("empty parts") << "//v1/"_ba << QByteArrayList{"", "v1", ""};
    QTest::newRow("umlaut") << "/%c3%A4"_ba << QByteArrayList{"ä"};
    QTest::newRow("no slash") << "v1"_ba << QByteArrayList{};
    QTest::newRow("absolute") << "http://127.0.0.1/v1"_ba << QByteArrayList{};
    QTest::newRow("star") << "*"_ba << QByteArrayList{};
    QTest::newRow("broken escape") << "/%4"_ba << QByteArrayList{};
    QTest::newRow("no hex") << "/%zz"_ba << QByteArrayList{};
    QTest::newRow("not UTF-8") << "/%ff"_ba << QByteArrayList{};
}

void TestGate::splitsPaths()
{
    QFETCH(QByteArray, target);
    QByteArrayList parts;
    const auto split = Sandbox::splitPath(target.toStdString());
    for (const std::string &part : split.value_or(std::vector<std::string>()))
        parts.append(QByteArray::fromStdString(part));
    QTEST(parts, "parts");
}

void TestGate::splitsQueries()
{
    const auto query = Sandbox::splitQuery("/v1?a=1&b&c=%20x&a=2&%zz=1");
    QCOMPARE(query, (std::map<std::string, std::string>{{"a", "1"}, {"b", ""}, {"c", " x"}}));
    QVERIFY(Sandbox::splitQuery("/v1").empty());
}

QTEST_GUILESS_MAIN(TestGate)
#include "tst_gate.moc"
