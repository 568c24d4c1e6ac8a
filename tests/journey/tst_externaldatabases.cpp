// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journey/otherdatabases.h"
#include "journey/walk.h"

using namespace Qt::StringLiterals;

namespace {

constexpr int answerSeconds = 30;

const QString create = u"Create endpoint"_s;
const QString items = u"`endpoint_far-pg_shop_public`.`items`"_s;

} // namespace

/// PostgreSQL with TLS and MariaDB outside the project, as managed databases and as managed credentials.
class ExternalDatabases final : public Walk
{
    Q_OBJECT

private slots:
    void initTestCase();
    void D5_D14_D17_offersBoth();
    void D9_isToldOfACertificateOfSomebodyElse();
    void D9_isToldOfAWrongPasswordWhenEnabling();
    void D13_isToldOfASchemaThatIsNotThere();
    void D13_managesDatabases();
    void D12_looksAtRemoteTables();
    void D12_readsRemoteRowsByDoubleClick();
    void D7_D8_managesCredentials();
    void D9_findsAWrongPassword();
    void D9_entersThePasswordAgain();
    void D10_makesATable();
    void D16_D18_offersCredentialsOnlyForMySql();
    void D16_readsMySqlByCredentials();

private:
    [[nodiscard]] bool addsPostgres(const QString &name, const QString &password, const QString &authority);
    /// Edits the endpoint from the page, and replaces a field.
    [[nodiscard]] bool replaces(const QString &endpoint, const QString &field, const QString &text);
    [[nodiscard]] bool replacesBlock(const QString &endpoint, const QString &field, const QString &text);

    OtherDatabases m_others;
};

void ExternalDatabases::initTestCase()
{
    QVERIFY2(m_others.start(), m_others.errors().constData());
}

bool ExternalDatabases::addsPostgres(const QString &name, const QString &password, const QString &authority)
{
    return m_hand.click(u"Add external PostgreSQL endpoint…"_s) && m_hand.type(u"Name"_s, name) &&
           m_hand.type(u"Host"_s, u"localhost"_s) && m_hand.type(u"Port"_s, m_others.postgresPort()) &&
           m_hand.type(u"Username"_s, u"reader"_s) && m_hand.type(u"Password"_s, password) &&
           m_hand.type(u"Default database"_s, u"shop"_s) && m_hand.paste(u"SSL root cert"_s, authority) &&
           m_hand.takesPicture(u"50-endpoint-"_s + name) && m_hand.click(create) && m_hand.seesNoMore(create);
}

bool ExternalDatabases::replaces(const QString &endpoint, const QString &field, const QString &text)
{
    return m_hand.click(u"Endpoints…"_s) && m_hand.select(u"Integration endpoints"_s, endpoint) &&
           m_hand.click(u"Edit…"_s) && m_hand.type(field, text) && m_hand.click(u"Save changes"_s) &&
           m_hand.seesNoMore(u"Save changes"_s) && m_hand.click(u"Close"_s);
}

bool ExternalDatabases::replacesBlock(const QString &endpoint, const QString &field, const QString &text)
{
    return m_hand.click(u"Endpoints…"_s) && m_hand.select(u"Integration endpoints"_s, endpoint) &&
           m_hand.click(u"Edit…"_s) && m_hand.paste(field, text) && m_hand.click(u"Save changes"_s) &&
           m_hand.seesNoMore(u"Save changes"_s) && m_hand.click(u"Close"_s);
}

void ExternalDatabases::D5_D14_D17_offersBoth()
{
    ACT(opensTheDialog(u"PostgreSQL"_s));
    ACT(m_hand.sees(
        u"External PostgreSQL data sources (endpoints) support both the managed credentials and the managed "
        "databases."_s));
    ACT(m_hand.can(u"Managed databases"_s));
    ACT(m_hand.can(u"Managed credentials"_s));
    ACT(addsPostgres(u"far-pg"_s, u"not-the-password"_s, m_others.stranger()));
    ACT(m_hand.sees(u"in Aiven"_s));                      // pg-demo
    ACT(m_hand.sees(u"external"_s));                      // and the endpoint, which is chosen
    ACT(m_hand.sees(u"`endpoint_far-pg_shop_public`"_s)); // its default database is proposed
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"51-external-postgresql"_s));
}

void ExternalDatabases::D9_isToldOfACertificateOfSomebodyElse()
{
    ACT(enables(u"No secure connection."_s));
    ACT(m_hand.sees(u"certificate verify failed"_s)); // the client's own words
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"52-certificate-of-somebody-else"_s));
    ACT(replacesBlock(u"far-pg"_s, u"SSL root cert"_s, m_others.authority()));
}

void ExternalDatabases::D9_isToldOfAWrongPasswordWhenEnabling()
{
    ACT(enables(u"User or password are wrong."_s));
    ACT(m_hand.takesPicture(u"53-wrong-password-refused"_s));
    QVERIFY(!databases().contains(u"endpoint_far-pg_shop_public"_s));
    ACT(replaces(u"far-pg"_s, u"Password"_s, m_others.password()));
}

void ExternalDatabases::D13_isToldOfASchemaThatIsNotThere()
{
    ACT(m_hand.type(u"Schema 1"_s, u"nowhere"_s));
    ACT(enables(u"The schema does not exist there."_s));
    ACT(m_hand.can(u"Enable"_s));
    ACT(m_hand.click(u"Schema 1"_s)); // the field is marked
    ACT(m_hand.takesPicture(u"53-no-such-schema"_s));
    ACT(m_hand.type(u"Schema 1"_s, u"public"_s));
}

void ExternalDatabases::D13_managesDatabases()
{
    ACT(m_hand.can(u"Enable"_s)); // all that was chosen is still chosen
    ACT(enables(u"`endpoint_far-pg_shop_public` was created"_s));
    QVERIFY(databases().contains(u"endpoint_far-pg_shop_public"_s));
}

void ExternalDatabases::D12_looksAtRemoteTables()
{
    ACT(m_hand.click(u"Show databases"_s));
    ACT(m_hand.select(u"Databases and tables"_s, u"endpoint_far-pg_shop_public"_s));
    ACT(m_hand.sees(u"from PostgreSQL, far-pg"_s));
    ACT(m_hand.sees(u"A live view of the remote database; nothing is copied."_s));
    ACT(m_hand.select(u"Databases and tables"_s, u"items"_s));
    ACT(m_hand.waits(u"the remote columns are shown"_s, [this] {
        return m_hand.rowsOf(u"Columns of the table"_s).value(2).mid(0, 2) ==
               QStringList{u"price"_s, u"Nullable(Decimal(8, 2))"_s};
    }));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"54-remote-table"_s));
}

void ExternalDatabases::D12_readsRemoteRowsByDoubleClick()
{
    ACT(m_hand.open(u"Databases and tables"_s, u"items"_s));
    ACT(m_hand.waits(u"the SELECT stands in the editor"_s,
                     [this] { return m_hand.textOf(u"SQL editor"_s).contains(items); }));
    ACT(m_hand.click(u"Run"_s));
    ACT(m_hand.waits(
        u"both rows are shown"_s, [this] { return m_hand.rowsOf(u"Query results"_s).size() == 2; }, answerSeconds));
    QCOMPARE(m_hand.rowsOf(u"Query results"_s).first(), (QStringList{u"1"_s, u"gate"_s, u"12.5"_s}));
    ACT(m_hand.takesPicture(u"55-remote-rows"_s));
}

void ExternalDatabases::D7_D8_managesCredentials()
{
    ACT(opensTheDialog(u"PostgreSQL"_s));
    ACT(m_hand.click(u"Managed credentials"_s));
    ACT(addsPostgres(u"far-pg-2"_s, u"not-the-password"_s, m_others.authority()));
    ACT(m_hand.sees(u"Creates collection endpoint_far-pg-2"_s));
    ACT(enables(u"The credentials are stored as the named collection `endpoint_far-pg-2`."_s));
    ACT(m_hand.sees(
        u"FROM postgresql(`endpoint_far-pg-2`, database = 'shop', schema = 'public', table = 'my_table')"_s));
    QVERIFY(!ask(u"SELECT toString(collection) FROM system.named_collections"_s).contains(u"not-the-password"_s));
}

void ExternalDatabases::D9_findsAWrongPassword()
{
    ACT(m_hand.click(u"Test connection"_s));
    ACT(m_hand.sees(u"User or password are wrong."_s, answerSeconds));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"56-wrong-password-found"_s));
    ACT(m_hand.click(u"Close"_s));
}

void ExternalDatabases::D9_entersThePasswordAgain()
{
    ACT(opensTheEndpoints());
    ACT(m_hand.select(u"Integration endpoints"_s, u"far-pg-2"_s));
    ACT(m_hand.click(u"Edit…"_s));
    ACT(m_hand.type(u"Password"_s, m_others.password()));
    ACT(m_hand.click(u"Save changes"_s));
    ACT(m_hand.seesNoMore(u"Save changes"_s));
    ACT(opensTheService());
    ACT(m_hand.turnTo(u"Overview"_s));
    ACT(m_hand.click(u"Show SQL of far-pg-2"_s));
    ACT(m_hand.waits(u"the endpoint's database is proposed"_s,
                     [this] { return m_hand.textOf(u"Database"_s) == u"shop"_s; }));
    ACT(m_hand.click(u"Test connection"_s));
    ACT(m_hand.sees(u"Connection works"_s, answerSeconds));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"57-connection-works"_s));
}

void ExternalDatabases::D10_makesATable()
{
    ACT(m_hand.type(u"Table or file"_s, u"items"_s));
    ACT(m_hand.turnTo(u"Table engine"_s));
    ACT(m_hand.sees(u"ENGINE = PostgreSQL(`endpoint_far-pg-2`"_s));
    ACT(m_hand.takesPicture(u"58-table-engine"_s));
    ACT(m_hand.click(u"Open in SQL pane"_s));
    ACT(m_hand.click(u"Run"_s));
    ACT(m_hand.waits(
        u"the table reads the remote rows"_s, [this] { return ask(u"SELECT sum(id) FROM items"_s) == u"3"_s; },
        answerSeconds));
}

void ExternalDatabases::D16_D18_offersCredentialsOnlyForMySql()
{
    ACT(opensTheDialog(u"MySQL"_s));
    ACT(m_hand.sees(u"External MySQL data sources (endpoints) support the managed credentials integration only."_s));
    QVERIFY(!m_hand.can(u"Managed databases"_s, 1)); // there, and off
    ACT(m_hand.can(u"Managed credentials"_s));
}

void ExternalDatabases::D16_readsMySqlByCredentials()
{
    if (m_others.mariadbPort().isEmpty())
        QSKIP("MariaDB is not installed; a server that does not answer is met in tst_sources");
    ACT(m_hand.click(u"Add external MySQL endpoint…"_s));
    ACT(m_hand.type(u"Name"_s, u"shop"_s));
    ACT(m_hand.type(u"Host"_s, u"127.0.0.1"_s));
    ACT(m_hand.type(u"Port"_s, m_others.mariadbPort()));
    ACT(m_hand.type(u"Username"_s, u"reader"_s));
    ACT(m_hand.type(u"Password"_s, u"not-the-password"_s));
    ACT(m_hand.click(create));
    ACT(m_hand.seesNoMore(create));
    ACT(enables(u"The credentials are stored as the named collection `endpoint_shop`."_s));
    ACT(m_hand.click(u"Test connection"_s));
    ACT(m_hand.sees(u"User or password are wrong."_s, answerSeconds));
    ACT(m_hand.takesPicture(u"59-mysql-wrong-password"_s));
    ACT(m_hand.click(u"Close"_s));
    ACT(opensTheEndpoints());
    ACT(m_hand.select(u"Integration endpoints"_s, u"External MySQL"_s));
    ACT(m_hand.click(u"Edit…"_s));
    ACT(m_hand.type(u"Password"_s, m_others.password()));
    ACT(m_hand.click(u"Save changes"_s));
    ACT(m_hand.seesNoMore(u"Save changes"_s));
    ACT(opensTheService());
    const QString sql =
        u"SELECT name, price FROM mysql(`endpoint_shop`, database = 'shop', table = 'items') WHERE id = 1"_s;
    ACT(m_hand.waits(
        u"ClickHouse has the new password"_s, [&] { return ask(sql) == u"pump\t99.5"_s; }, answerSeconds));
    ACT(runs(sql));
    ACT(m_hand.waits(
        u"the row of the MySQL server is shown"_s,
        [this] {
            return m_hand.rowsOf(u"Query results"_s) == QList<QStringList>{{u"pump"_s, u"99.5"_s}};
        },
        answerSeconds));
    ACT(m_hand.takesPicture(u"59-mysql-rows"_s));
}

QTEST_MAIN(ExternalDatabases)
#include "tst_externaldatabases.moc"
