// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestOptions final : public QObject
{
    Q_OBJECT

private slots:
    void understands_data();
    void understands();
    void refuses_data();
    void refuses();
    void namesTheMissingDisplay();
};

void TestOptions::understands_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("wanted");
    QTest::addColumn<bool>("sandbox");
    QTest::addColumn<QString>("url");
    using Wanted = App::Options::Wanted;
    QTest::newRow("nothing") << QStringList{} << int(Wanted::Console) << false << QString();
    QTest::newRow("help") << QStringList{u"--help"_s} << int(Wanted::Help) << false << QString();
    QTest::newRow("version") << QStringList{u"-v"_s} << int(Wanted::Version) << false << QString();
    QTest::newRow("sandbox") << QStringList{u"--sandbox"_s} << int(Wanted::Console) << true << QString();
    QTest::newRow("data implies sandbox")
        << QStringList{u"--sandbox-data"_s, u"x"_s} << int(Wanted::Console) << true << QString();
    QTest::newRow("loopback") << QStringList{u"--api-url=http://127.0.0.1:9"_s} << int(Wanted::Console) << false
                              << u"http://127.0.0.1:9"_s;
}

void TestOptions::understands()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, wanted);
    QFETCH(bool, sandbox);
    QFETCH(QString, url);
    const auto options = App::parseOptions(QStringList{u"headgate"_s} + arguments);
    QVERIFY(options.has_value());
    QCOMPARE(int(options->wanted), wanted);
    QCOMPARE(options->sandbox, sandbox);
    QCOMPARE(options->apiUrl, QUrl(url));
}

void TestOptions::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown") << QStringList{u"--token=x"_s};
    QTest::newRow("positional") << QStringList{u"file.json"_s};
    QTest::newRow("no folder") << QStringList{u"--sandbox-data"_s};
    QTest::newRow("empty folder") << QStringList{u"--sandbox-data="_s};
    QTest::newRow("plain http") << QStringList{u"--api-url=http://example.com"_s};
    QTest::newRow("password in the address") << QStringList{u"--api-url=https://me:secret@example.com"_s};
}

void TestOptions::refuses()
{
    QFETCH(QStringList, arguments);
    const auto options = App::parseOptions(QStringList{u"headgate"_s} + arguments);
    QVERIFY(!options.has_value());
    QVERIFY(!options.error().isEmpty());
}

void TestOptions::namesTheMissingDisplay()
{
    qputenv("QT_QPA_PLATFORM", "xcb");
    qunsetenv("WAYLAND_DISPLAY");
    qunsetenv("DISPLAY");
    QVERIFY(App::displayProblem().contains(u"DISPLAY"_s));
    qputenv("DISPLAY", ":4711");
    QVERIFY(App::displayProblem().contains(u":4711"_s));
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QVERIFY(App::displayProblem().isEmpty());
}

QTEST_GUILESS_MAIN(TestOptions)
#include "tst_options.moc"
