// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/config.h"
#include "recipes/recipes.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

class TestRecipes : public QObject
{
    Q_OBJECT

private slots:
    void K8_K10_K30_K32_printsAvn();
    void printsCurl();
    void printsTerraform();
    void K35_K36_K37_printsSql();
    void D8_D10_printsCollectionSql_data();
    void D8_D10_printsCollectionSql();
    void survivesHostileNames_data();
    void survivesHostileNames();
    void givesTheShellTheVeryText();
};

namespace {

Recipes::Target target()
{
    return {u"demo"_s, u"my-ch"_s, u"my-kafka"_s, u"8c1f0f6e-6c1b-4c55-9d0e-0f2c6a7c1b52"_s,
            QUrl(u"https://api.aiven.io"_s)};
}

Core::Json userConfig()
{
    return *Core::parseJson(R"({"tables": [{"name": "events", "columns": [{"name": "id", "type": "UInt64"}],
        "topics": [{"name": "topic1"}], "data_format": "JSONEachRow", "group_name": "it's ${mine}", "num_consumers": 2}]})");
}

QByteArray text()
{
    return Document::Config::fromJson(userConfig())->text();
}

const QList<Document::Column> guideColumns{{u"id"_s, u"UInt64"_s}, {u"name"_s, u"String"_s}};

/// What a shell makes of the words: each argument in a line of its own, closed by "|".
QString throughTheShell(const QString &command)
{
    QProcess shell;
    shell.start(u"sh"_s, {u"-c"_s, u"printf '%s|\\n' "_s + command});
    return shell.waitForFinished() ? QString::fromUtf8(shell.readAllStandardOutput()) : shell.errorString();
}

} // namespace

void TestRecipes::K8_K10_K30_K32_printsAvn()
{
    QCOMPARE(Recipes::avnCreate(u"demo"_s, {.type = u"clickhouse_kafka"_s,
                                            .sourceService = u"my-kafka"_s,
                                            .sourceEndpointId = {},
                                            .destService = u"my-ch"_s,
                                            .destEndpointId = {}}),
             uR"(avn service integration-create \
    --project demo \
    --integration-type clickhouse_kafka \
    --source-service my-kafka \
    --dest-service my-ch
)"_s);
    QCOMPARE(Recipes::avnUpdate(target(), text()), uR"(avn service integration-update \
    8c1f0f6e-6c1b-4c55-9d0e-0f2c6a7c1b52 \
    --project demo \
    --user-config-json '{
    "tables": [
        {
            "name": "events",
            "columns": [
                {"name": "id", "type": "UInt64"}
            ],
            "topics": [{"name": "topic1"}],
            "data_format": "JSONEachRow",
            "group_name": "it'\''s ${mine}",
            "num_consumers": 2
        }
    ]
}'
)"_s);
}

void TestRecipes::printsCurl()
{
    QCOMPARE(Recipes::curlUpdate(target(), "{}"), uR"(curl --fail-with-body -X PUT \
    -H "Authorization: Bearer $AIVEN_AUTH_TOKEN" \
    -H 'Content-Type: application/json' \
    --data-binary '{"user_config": {}}' \
    https://api.aiven.io/v1/project/demo/integration/8c1f0f6e-6c1b-4c55-9d0e-0f2c6a7c1b52
)"_s);
}

void TestRecipes::printsTerraform()
{
    QCOMPARE(Recipes::terraform(target(), userConfig()), uR"(resource "aiven_service_integration" "my-kafka" {
  project                  = "demo"
  integration_type         = "clickhouse_kafka"
  source_service_name      = "my-kafka"
  destination_service_name = "my-ch"

  clickhouse_kafka_user_config {
    tables {
      name = "events"
      columns {
        name = "id"
        type = "UInt64"
      }
      topics {
        name = "topic1"
      }
      data_format = "JSONEachRow"
      group_name = "it's $${mine}"
      num_consumers = 2
    }
  }
}

# terraform import aiven_service_integration.my-kafka demo/8c1f0f6e-6c1b-4c55-9d0e-0f2c6a7c1b52
)"_s);
}

void TestRecipes::K35_K36_K37_printsSql()
{
    QCOMPARE(
        Recipes::createDestinationSql(u"destination"_s, guideColumns, u"id"_s),
        u"CREATE TABLE `destination` (`id` UInt64, `name` String)\nENGINE = ReplicatedMergeTree()\nORDER BY `id`"_s);
    QCOMPARE(
        Recipes::createViewSql(u"materialised_view"_s, u"destination"_s, u"service_my-kafka"_s, u"table"_s),
        u"CREATE MATERIALIZED VIEW `materialised_view` TO `destination` AS\nSELECT *\nFROM `service_my-kafka`.`table`"_s);
    QCOMPARE(Recipes::selectSql(u"service_my-kafka"_s, u"table"_s), u"SELECT * FROM `service_my-kafka`.`table`"_s);
    QCOMPARE(Recipes::insertSql(u"service_my-kafka"_s, u"table"_s, guideColumns),
             u"INSERT INTO `service_my-kafka`.`table` (`id`, `name`)\nVALUES (1, 'Michelangelo')"_s);
}

void TestRecipes::D8_D10_printsCollectionSql_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("select");
    QTest::addColumn<QString>("test");
    const QString pg =
        u"SELECT *\nFROM postgresql(`endpoint_s-1`, database = 'd', schema = 's', table = 'it''s')\nLIMIT 100"_s;
    QTest::newRow("D8 PostgreSQL") << u"external_postgresql"_s << QString(pg).replace(u"''"_s, u"\\'"_s)
                                   << u"SELECT 1 FROM postgresql(`endpoint_s-1`, database = 'd', "
                                      "schema = 'information_schema', table = 'tables') LIMIT 1"_s;
    QTest::newRow("D8 MySQL") << u"external_mysql"_s
                              << u"SELECT *\nFROM mysql(`endpoint_s-1`, database = 'd', table = 'it\\'s')\nLIMIT 100"_s
                              << u"SELECT 1 FROM mysql(`endpoint_s-1`, database = 'information_schema', "
                                 "table = 'SCHEMATA') LIMIT 1"_s;
    QTest::newRow("D8 S3") << u"external_aws_s3"_s
                           << u"SELECT *\nFROM s3(`endpoint_s-1`, filename = 'it\\'s')\nLIMIT 100"_s << QString();
    QTest::newRow("D8 unknown") << u"tomorrow"_s << u"`endpoint_s-1`"_s << QString();
}

void TestRecipes::D8_D10_printsCollectionSql()
{
    QFETCH(const QString, type);
    QFETCH(const QString, select);
    QFETCH(const QString, test);
    const Recipes::RemoteTable remote{u"endpoint_s-1"_s, type, u"d"_s, u"s"_s, u"it's"_s};
    QCOMPARE(Recipes::collectionSelectSql(remote), select);
    QCOMPARE(Recipes::collectionTestSql(remote), test);
    const QString table = Recipes::collectionTableSql(remote, u"new-table"_s);
    QCOMPARE(table.isEmpty(), type == "tomorrow"_L1);
    QVERIFY(table.isEmpty() || table.startsWith("CREATE TABLE `default`.`new-table`\nENGINE = "_L1));
}

void TestRecipes::survivesHostileNames_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
         {"a'b", "$(touch x)", "`id`", "a b", "\\", "-rf", "!!", "a\nb", "ä;ö&", "*", "", "~", "#x", "'"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void TestRecipes::survivesHostileNames()
{
    QFETCH(QString, name);
    QCOMPARE(throughTheShell(Recipes::shellQuoted(name)), name + u"|\n"_s);
    Recipes::Target hostile = target();
    hostile.project = name;
    const QString words = throughTheShell(Recipes::avnUpdate(hostile, "{}"));
    QVERIFY2(words.contains(name.startsWith(u'-') ? u"--project="_s + name + u'|' : u"--project|\n"_s + name + u'|'),
             qPrintable(words));
    QVERIFY(words.endsWith("--user-config-json|\n{}|\n"_L1));
}

void TestRecipes::givesTheShellTheVeryText()
{
    const QString words = throughTheShell(Recipes::avnUpdate(target(), text()));
    QVERIFY(words.endsWith(u"--user-config-json|\n"_s + QString::fromUtf8(text()) + u"|\n"_s));
}

QTEST_GUILESS_MAIN(TestRecipes)
#include "tst_recipes.moc"
