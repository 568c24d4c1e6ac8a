# SPDX-FileCopyrightText: 2026 The Headgate authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every avn command that a user of the guides types, in an order in which they make sense."""

import json
import os
import sys
import tempfile

from tap import Walk

walk = Walk()
avn = walk.avn

TABLE = {
    "name": "rows",
    "columns": [{"name": "id", "type": "UInt64"}, {"name": "name", "type": "String"}],
    "topics": [{"name": "topic1"}],
    "data_format": "JSONEachRow",
    "group_name": "avn",
}


def account():
    avn("user", "info", has=["you@sandbox.example", "sandbox"])
    avn("project", "list", has=["sandbox"])
    avn("project", "list", "-v", has=["sandbox"])
    avn("project", "details", has=["sandbox"])
    avn("project", "switch", "sandbox")
    with tempfile.TemporaryDirectory() as folder:
        target = os.path.join(folder, "ca.pem")
        avn("project", "ca-get", "--target-filepath", target)
        with open(target, encoding="utf-8") as file:
            walk.result("the certificate is one", None if "BEGIN CERTIFICATE" in file.read() else "it is not")
    avn("cloud", "list", has=["google-europe-west1"])
    made = walk.json("user", "access-token", "create", "--description", "laptop", check=lambda r: r[0]["full_token"])
    avn("user", "access-token", "list", has=["laptop"])
    avn("--auth-token", made[0]["full_token"], "user", "info", has=["you@sandbox.example"])
    avn("user", "access-token", "revoke", made[0]["full_token"])
    avn("--auth-token", made[0]["full_token"], "user", "info", fails="Invalid token")


def services():
    avn("service", "list", has=["clickhouse-demo", "kafka-demo", "RUNNING"])
    avn("service", "get", "kafka-demo", has=["business-4"])
    avn("service", "get", "clickhouse-demo", "-v", has=["127.0.0.1"])
    avn("service", "wait", "kafka-demo", "clickhouse-demo")
    avn("service", "types", has=["clickhouse", "kafka", "pg"])
    avn("service", "plans", "--cloud", "google-europe-west1", has=["clickhouse:startup-16", "kafka:business-4"])
    avn("service", "versions", has=["25.8"])
    cloud = ("--cloud", "google-europe-west1")
    avn("service", "create", "kafka-avn", "-t", "kafka", "-p", "startup-4", *cloud, "-c", "kafka_rest=true")
    avn("service", "create", "kafka-avn", "-t", "kafka", "-p", "startup-4", *cloud, fails="already exists")
    avn("service", "create", "x", "-t", "kafka", "-p", "nothing", *cloud, fails="'nothing' is not a plan of kafka")
    avn("service", "wait", "kafka-avn")
    walk.json("service", "get", "kafka-avn", check=lambda s: s["user_config"]["kafka_rest"] is True)
    avn("service", "update", "kafka-avn", "-c", "schema_registry=true")
    avn("service", "update", "kafka-avn", "--plan", "business-4")
    avn("service", "update", "kafka-avn", "-c", "kafka_rest=maybe", fails="Invalid boolean value")
    avn("service", "update", "kafka-avn", "--enable-termination-protection")
    avn("service", "terminate", "kafka-avn", "--force", fails="Service is protected against termination")
    avn("service", "update", "kafka-avn", "--disable-termination-protection")
    avn("service", "update", "kafka-avn", "--power-off")
    avn("service", "get", "kafka-avn", has=["POWEROFF"])
    avn("service", "topic-list", "kafka-avn", fails="powered off")
    avn("service", "update", "kafka-avn", "--power-on")
    avn("service", "wait", "kafka-avn")
    avn("service", "logs", "kafka-avn", has=["Service was powered off"])


def users():
    avn("service", "user-create", "kafka-avn", "--username", "reader")
    avn("service", "user-list", "kafka-avn", has=["avnadmin", "reader"])
    avn("service", "user-get", "kafka-avn", "--username", "reader", has=["reader"])
    avn("service", "user-password-reset", "kafka-avn", "--username", "reader")
    avn("service", "user-delete", "kafka-avn", "--username", "reader")
    avn("service", "user-delete", "kafka-avn", "--username", "reader", fails="does not exist")


def topics():
    topic = ("service", "topic-create", "kafka-avn", "orders")
    avn(*topic, "--partitions", "2", "--replication", "2", has=["created"])
    avn(*topic, "--partitions", "2", "--replication", "2", fails="already exists")
    avn("service", "topic-list", "kafka-avn", has=["orders"])
    avn("service", "topic-get", "kafka-avn", "orders", has=["PARTITION"])
    avn("service", "topic-update", "kafka-avn", "orders", "--retention", "5")
    walk.json("service", "topic-get", "kafka-avn", "orders", check=lambda t: t["config"]["retention_ms"]["value"] == 18000000)


def schemas():
    def schema(verb, *more, **expected):
        return avn("service", "schema", *verb.split(), "kafka-avn", *more, **expected)

    def order(*fields):
        return json.dumps({"type": "record", "name": "order", "fields": [{"name": "id", "type": "long"}, *fields]})

    subject = ("--subject", "orders-value")
    version = (*subject, "--version-id", "1")
    grown = order({"name": "total", "type": "double"})
    schema("create", *subject, "--schema", order(), has=["1"])
    schema("create", *subject, "--schema", grown, fails="Incompatible schema, compatibility_mode=BACKWARD")
    schema("check", *version, "--schema", grown, has=["false"])
    schema("subject-list", has=["orders-value"])
    schema("subject-version list", *subject, has=["1"])
    schema("subject-version get", *version, has=["orders-value"])
    schema("subject-version schema", *version, has=["order"])
    schema("get", "--schema-id", "1", has=["order"])
    schema("configuration", has=["BACKWARD"])
    schema("configuration-update", "--compatibility", "FULL")
    schema("subject-configuration", *subject, has=["FULL"])
    schema("subject-configuration-update", *subject, "--compatibility", "NONE")
    schema("create", *subject, "--schema", grown, has=["2"])
    schema("subject-version delete", *subject, "--version-id", "2")
    schema("subject-delete", *subject)
    schema("subject-version list", *subject, fails="Subject 'orders-value' not found.")


def integrations():
    avn("service", "integration-types-list", has=["clickhouse_kafka", "clickhouse_postgresql"])
    avn("service", "integration-list", "clickhouse-demo", has=["(integration not enabled)", "clickhouse_kafka"])
    sides = ("-t", "clickhouse_kafka", "-s", "kafka-demo", "-d", "clickhouse-demo")
    avn("service", "integration-create", *sides)
    avn("service", "integration-create", *sides, fails="Service integration already exists")
    listed = walk.json("service", "integration-list", "clickhouse-demo", check=lambda l: any(i["enabled"] for i in l))
    number = next(i["service_integration_id"] for i in listed if i["enabled"])
    avn("service", "integration-list", "clickhouse-demo", "-v", has=[number])
    update = ("service", "integration-update", number)
    avn(*update, "--user-config-json", json.dumps({"tables": [TABLE]}))
    avn(*update, "--user-config-json", json.dumps({"tables": [TABLE]}), fails="User config not changed")
    wrong = dict(TABLE, data_format="XML")
    avn(*update, "--user-config-json", json.dumps({"tables": [wrong]}), fails="tables[0].data_format")
    tables = ("service", "clickhouse", "table", "list", "clickhouse-demo", "service_kafka-demo")
    walk.until("the table is there", lambda: "Kafka" in walk.run(tables).stdout)
    avn(*update, "-c", "tables=[]")
    avn("service", "integration-delete", number)
    avn("service", "integration-delete", number, fails="Service integration does not exist")


def databases():
    database = ("service", "clickhouse", "database")
    avn(*database, "create", "clickhouse-demo", "shop")
    avn(*database, "list", "clickhouse-demo", has=["default", "shop"])
    avn("service", "clickhouse", "table", "list", "clickhouse-demo", "default")
    avn(*database, "delete", "clickhouse-demo", "shop")
    avn(*database, "delete", "clickhouse-demo", "shop", fails="does not exist")


def endpoints():
    endpoint = ("service", "integration-endpoint-")

    def command(verb):
        return endpoint[0], endpoint[1] + verb

    avn(*command("types-list"), has=["datadog", "external_kafka", "external_postgresql"])
    avn(*command("create"), "-d", "dd", "-t", "datadog", "-c", "datadog_api_key=canary")
    avn(*command("create"), "-d", "bad", "-t", "datadog", "--user-config-json", "{}", fails="datadog_api_key")
    listed = walk.json(*command("list"), check=lambda l: l[0]["endpoint_name"] == "dd" and "canary" not in json.dumps(l))
    number = listed[0]["endpoint_id"]
    avn(*command("list"), has=["dd", "datadog"])
    avn(*command("update"), number, "-c", "site=datadoghq.eu")
    avn("service", "integration-create", "-t", "datadog", "-s", "clickhouse-demo", "-D", number)
    avn("service", "integration-list", "clickhouse-demo", has=["datadog"])
    avn(*command("delete"), number, fails="is used by 1 integration")
    listed = walk.json("service", "integration-list", "clickhouse-demo")
    avn("service", "integration-delete", next(i["service_integration_id"] for i in listed if i["enabled"]))
    avn(*command("delete"), number)


def farewell():
    avn("service", "topic-delete", "kafka-avn", "orders", has=["deleted"])
    avn("service", "terminate", "kafka-avn", "--force")
    avn("service", "get", "kafka-avn", fails="Service kafka-avn does not exist")
    avn("--auth-token", "wrong", "service", "list", fails="Invalid token")
    # These write credentials into AIVEN_CONFIG_DIR, which is this run's own.
    os.environ.pop("AIVEN_AUTH_TOKEN")
    avn("user", "login", "you@sandbox.example", "--token", stdin=os.environ["HEADGATE_TOKEN"] + "\n")
    avn("service", "list", has=["kafka-demo"])
    avn("user", "logout")


for part in (account, services, users, topics, schemas, integrations, databases, endpoints, farewell):
    part()
sys.exit(walk.end())
