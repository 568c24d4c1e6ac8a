// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/postgres/postgresserver.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace Sandbox;

/// The PostgreSQL of one service, with the installed server.
class TestPostgresServer final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanupTestCase();
    void isFoundWhereItIs_data();
    void isFoundWhereItIs();
    void holdsWhatItWasGiven();
    void asksEveryoneForThePassword_data();
    void asksEveryoneForThePassword();
    void runsAsNoRoot();
    void mainUserIsNoSuperuser_data();
    void mainUserIsNoSuperuser();
    void followsItsUsers();
    void makesAndDropsDatabases();
    void refusesDatabases_data();
    void refusesDatabases();
    void sharesNothingWithAnother();
    void keepsItsDataAndPort();
    void startsAnewAfterAnInterruptedStart();
    void comesBackAfterACrash();

private:
    [[nodiscard]] static PostgresServer::Options options(const QString &folder);
    [[nodiscard]] static QByteArrayList rows(const PostgresAddress &address, const std::string &statement);
    [[nodiscard]] static pid_t processOf(const QString &folder);

    std::optional<PostgresInstallation> m_installation = PostgresInstallation::find();
    const QTemporaryDir m_sharedFolder;
    std::unique_ptr<PostgresServer> m_shared; ///< for the tests that leave it as they found it
    std::unique_ptr<QTemporaryDir> m_folder;  ///< for the servers of one test
};

void TestPostgresServer::initTestCase()
{
    QVERIFY2(m_installation, "PostgreSQL is one of the packages that packaging/install installs");
    m_shared = std::make_unique<PostgresServer>(*m_installation, options(m_sharedFolder.filePath(u"pg"_s)));
    QVERIFY(!m_shared->isReady());
    const auto ready = m_shared->waitUntilReady();
    QVERIFY2(ready, ready ? "" : ready.error().c_str());
    QVERIFY(m_shared->isReady());
}

void TestPostgresServer::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestPostgresServer::cleanupTestCase()
{
    m_shared.reset();
}

PostgresServer::Options TestPostgresServer::options(const QString &folder)
{
    PostgresServer::Options options;
    options.serviceName = "pg";
    options.dataFolder = folder.toStdString();
    options.users = {{"avnadmin", "it's a \"password\""}};
    options.databases = {"defaultdb", "second"};
    options.scripts = {{"defaultdb", "CREATE TABLE t (a int); INSERT INTO t VALUES (1), (2)"}};
    return options;
}

QByteArrayList TestPostgresServer::rows(const PostgresAddress &address, const std::string &statement)
{
    auto connection = PostgresConnection::open(address);
    if (!connection)
        return {QByteArray::fromStdString(connection.error().message)};
    const auto rows = connection->run(statement);
    if (!rows)
        return {QByteArray::fromStdString(rows.error().message)};
    QByteArrayList list;
    for (const PostgresConnection::Row &row : *rows) {
        QByteArrayList cells;
        for (const std::string &cell : row)
            cells.append(QByteArray::fromStdString(cell));
        list.append(cells.join('|'));
    }
    return list;
}

/// The number in the first line of the server's lock file.
pid_t TestPostgresServer::processOf(const QString &folder)
{
    QFile file(folder + u"/cluster/postmaster.pid"_s);
    return file.open(QIODevice::ReadOnly) ? file.readLine().trimmed().toInt() : 0;
}

void TestPostgresServer::isFoundWhereItIs_data()
{
    QTest::addColumn<QStringList>("programs");
    QTest::addColumn<int>("version");
    QTest::newRow("nothing") << QStringList{} << 0;
    QTest::newRow("one") << QStringList{u"15/bin/initdb"_s, u"15/bin/postgres"_s} << 15;
    QTest::newRow("client only") << QStringList{u"15/bin/psql"_s} << 0;
    QTest::newRow("no server") << QStringList{u"15/bin/initdb"_s} << 0;
    QTest::newRow("newest") << QStringList{u"9/bin/initdb"_s, u"9/bin/postgres"_s, u"15/bin/initdb"_s,
                                           u"15/bin/postgres"_s, u"17/bin/initdb"_s}
                            << 15;
    QTest::newRow("no version") << QStringList{u"lib/bin/initdb"_s, u"lib/bin/postgres"_s} << 0;
}

void TestPostgresServer::isFoundWhereItIs()
{
    QFETCH(QStringList, programs);
    QFETCH(int, version);
    for (const QString &program : programs) {
        QVERIFY(QDir().mkpath(QFileInfo(m_folder->filePath(program)).path()));
        QFile file(m_folder->filePath(program));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    }
    qputenv("HEADGATE_POSTGRES", m_folder->path().toUtf8());
    const auto found = PostgresInstallation::find();
    qunsetenv("HEADGATE_POSTGRES");
    QCOMPARE(found ? found->version : 0, version);
    if (found)
        QCOMPARE(found->programs, m_folder->filePath(QString::number(version) + u"/bin"_s).toStdString());
}

void TestPostgresServer::holdsWhatItWasGiven()
{
    QCOMPARE(rows(m_shared->address("defaultdb"), "SELECT a, current_user FROM t ORDER BY a"),
             (QByteArrayList{"1|avnadmin", "2|avnadmin"}));
    QCOMPARE(rows(m_shared->address("second"), "SELECT current_database()"), QByteArrayList{"second"});
    const auto databases = m_shared->databases();
    QVERIFY(databases);
    QCOMPARE(databases->size(), std::size_t(2));
    QCOMPARE(databases->at(0).name, std::string("defaultdb"));
    QCOMPARE(databases->at(0).collation, std::string("C.UTF-8"));
}

void TestPostgresServer::asksEveryoneForThePassword_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("wrong") << QByteArray("avnadmin") << QByteArray("x") << QByteArray("password authentication failed");
    QTest::newRow("none") << QByteArray("avnadmin") << QByteArray() << QByteArray("no password supplied");
    QTest::newRow("administrator") << QByteArray("postgres") << QByteArray() << QByteArray("no password supplied");
    QTest::newRow("nobody") << QByteArray("nobody") << QByteArray("x") << QByteArray("password authentication failed");
}

void TestPostgresServer::asksEveryoneForThePassword()
{
    QFETCH(QByteArray, user);
    QFETCH(QByteArray, password);
    QFETCH(QByteArray, says);
    PostgresAddress address = m_shared->address("defaultdb");
    address.user = user.toStdString();
    address.password = password.toStdString();
    const QByteArray answer = rows(address, "SELECT 1").value(0);
    QVERIFY2(answer.contains(says), answer.constData());
    QVERIFY(!answer.contains('\n'));
}

void TestPostgresServer::runsAsNoRoot()
{
    struct stat status
    {};
    const pid_t pid = processOf(m_sharedFolder.filePath(u"pg"_s));
    QVERIFY(pid > 0);
    QCOMPARE(::stat(("/proc/" + std::to_string(pid)).c_str(), &status), 0);
    QVERIFY(status.st_uid != 0);
    QVERIFY(::geteuid() == 0 || status.st_uid == ::geteuid());
    QCOMPARE(::stat(m_sharedFolder.filePath(u"pg"_s).toUtf8().constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777, mode_t(0700));
}

void TestPostgresServer::mainUserIsNoSuperuser_data()
{
    QTest::addColumn<QByteArray>("statement");
    QTest::newRow("runs no programs") << QByteArray("COPY (SELECT 1) TO PROGRAM 'true'");
    QTest::newRow("reads no files") << QByteArray("SELECT pg_read_file('/etc/hostname')");
    QTest::newRow("makes no superuser") << QByteArray("CREATE ROLE x SUPERUSER");
    QTest::newRow("stops nothing") << QByteArray("ALTER SYSTEM SET port = 1");
}

void TestPostgresServer::mainUserIsNoSuperuser()
{
    QFETCH(QByteArray, statement);
    auto connection = PostgresConnection::open(m_shared->address("defaultdb"));
    QVERIFY(connection);
    const auto refused = connection->run(statement.toStdString());
    QVERIFY(!refused);
    QCOMPARE(refused.error().sqlState, std::string("42501")); // insufficient privilege
}

void TestPostgresServer::followsItsUsers()
{
    PostgresAddress ada = m_shared->address("defaultdb");
    ada.user = "ada";
    ada.password = "lovelace";
    QVERIFY(m_shared->setUsers({{"avnadmin", "another"}, {"ada", "lovelace"}}));
    QCOMPARE(rows(ada, "SELECT current_user"), QByteArrayList{"ada"});
    QCOMPARE(rows(m_shared->address("defaultdb"), "SELECT current_user"), QByteArrayList{"avnadmin"});
    QCOMPARE(m_shared->address("defaultdb").password, std::string("another"));
    QCOMPARE(rows(m_shared->address("second"), "CREATE SCHEMA hers AUTHORIZATION avnadmin"), QByteArrayList());
    QCOMPARE(rows(m_shared->address("second"), "GRANT ALL ON SCHEMA hers TO ada"), QByteArrayList());
    QVERIFY(m_shared->setUsers(options({}).users));
    QVERIFY(rows(ada, "SELECT 1").value(0).contains("password authentication failed"));
}

void TestPostgresServer::makesAndDropsDatabases()
{
    const std::string name = "a \"quoted\" name";
    QVERIFY(m_shared->createDatabase(name));
    const PostgresAddress address = m_shared->address(name);
    QCOMPARE(rows(address, "CREATE TABLE own (a int)"), QByteArrayList());
    auto open = PostgresConnection::open(address); // does not keep it from being dropped
    QVERIFY(open);
    QVERIFY(m_shared->dropDatabase(name));
    QVERIFY(rows(address, "SELECT 1").value(0).contains("does not exist"));
}

void TestPostgresServer::refusesDatabases_data()
{
    QTest::addColumn<QByteArray>("create"); // empty: drop
    QTest::addColumn<QByteArray>("drop");
    QTest::addColumn<QByteArray>("state");
    QTest::newRow("twice") << QByteArray("defaultdb") << QByteArray() << QByteArray("42P04");
    QTest::newRow("unknown") << QByteArray() << QByteArray("none") << QByteArray("3D000");
    QTest::newRow("administrator's") << QByteArray() << QByteArray("postgres") << QByteArray("3D000");
    QTest::newRow("template") << QByteArray() << QByteArray("template1") << QByteArray("3D000");
}

void TestPostgresServer::refusesDatabases()
{
    QFETCH(QByteArray, create);
    QFETCH(QByteArray, drop);
    QFETCH(QByteArray, state);
    const auto outcome =
        create.isEmpty() ? m_shared->dropDatabase(drop.toStdString()) : m_shared->createDatabase(create.toStdString());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().sqlState, state.toStdString());
    QCOMPARE(m_shared->databases()->size(), std::size_t(2));
}

void TestPostgresServer::sharesNothingWithAnother()
{
    PostgresServer one(*m_installation, options(m_folder->filePath(u"one"_s)));
    PostgresServer::Options others = options(m_folder->filePath(u"two"_s));
    others.users = {{"avnadmin", "different"}};
    PostgresServer two(*m_installation, others);
    one.start(); // side by side
    QVERIFY(two.waitUntilReady());
    QVERIFY(one.waitUntilReady());
    QVERIFY(one.port() != two.port());
    PostgresAddress crossed = two.address("defaultdb");
    crossed.password = one.address("defaultdb").password;
    QVERIFY(rows(crossed, "SELECT 1").value(0).contains("password authentication failed"));
}

void TestPostgresServer::keepsItsDataAndPort()
{
    {
        PostgresServer server(*m_installation, options(m_folder->filePath(u"pg"_s)));
        QVERIFY(server.waitUntilReady());
        QCOMPARE(rows(server.address("defaultdb"), "INSERT INTO t VALUES (3)"), QByteArrayList());
    }
    QCOMPARE(processOf(m_folder->filePath(u"pg"_s)), 0); // its lock went with it
    PostgresServer server(*m_installation, options(m_folder->filePath(u"pg"_s)));
    QVERIFY(server.waitUntilReady());
    QCOMPARE(rows(server.address("defaultdb"), "SELECT count(*) FROM t"), QByteArrayList{"3"});
}

void TestPostgresServer::startsAnewAfterAnInterruptedStart()
{
    const QString folder = m_folder->filePath(u"pg"_s);
    QVERIFY(QDir().mkpath(folder + u"/cluster.new/base"_s)); // as a kill within initdb leaves it
    PostgresServer server(*m_installation, options(m_folder->filePath(u"pg"_s)));
    const auto ready = server.waitUntilReady();
    QVERIFY2(ready, ready ? "" : ready.error().c_str());
    QCOMPARE(rows(server.address("defaultdb"), "SELECT count(*) FROM t"), QByteArrayList{"2"});
    QVERIFY(!QDir(folder + u"/cluster.new"_s).exists());
}

void TestPostgresServer::comesBackAfterACrash()
{
    PostgresServer server(*m_installation, options(m_folder->filePath(u"pg"_s)));
    QVERIFY(server.waitUntilReady());
    QCOMPARE(rows(server.address("defaultdb"), "INSERT INTO t VALUES (3)"), QByteArrayList());
    const pid_t pid = processOf(m_folder->filePath(u"pg"_s));
    QCOMPARE(::kill(pid, SIGKILL), 0);
    QTRY_COMPARE_WITH_TIMEOUT(rows(server.address("defaultdb"), "SELECT count(*) FROM t"), QByteArrayList{"3"}, 20'000);
    QVERIFY(processOf(m_folder->filePath(u"pg"_s)) != pid);
}

QTEST_GUILESS_MAIN(TestPostgresServer)
#include "tst_postgresserver.moc"
