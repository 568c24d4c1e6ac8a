// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { connect } from "./service.mjs";

function connectTo(t, session, options = {}) {
  const client = connect({ session_id: session, max_open_connections: 1, ...options });
  t.after(() => client.close());
  return client;
}

async function value(client, query) {
  const answer = await client.query({ query, format: "JSONCompactEachRow" });
  return (await answer.json())[0][0];
}

test("keeps temporary tables and settings in a session", async (t) => {
  const client = connectTo(t, randomUUID());
  await client.command({ query: "CREATE TEMPORARY TABLE kept (id Int32)" });
  await client.insert({ table: "kept", values: [{ id: 4 }, { id: 5 }], format: "JSONEachRow" });
  await client.command({ query: "SET max_block_size = 4321" });
  assert.equal(Number(await value(client, "SELECT sum(id) FROM kept")), 9);
  assert.equal(Number(await value(client, "SELECT getSetting('max_block_size')")), 4321);
});

test("shares nothing between sessions", async (t) => {
  const first = connectTo(t, randomUUID());
  await first.command({ query: "CREATE TEMPORARY TABLE mine (id Int32)" });
  await assert.rejects(value(connectTo(t, randomUUID()), "SELECT count() FROM mine"), { code: "60" });
});

test("locks a session while it is in use", async (t) => {
  const session = randomUUID();
  const first = connectTo(t, session);
  const second = connectTo(t, session);
  const slow = first.command({ query: "SELECT sleepEachRow(0.2) FROM numbers(5) SETTINGS max_block_size = 1 FORMAT Null" });
  await new Promise((resolve) => setTimeout(resolve, 300));
  await assert.rejects(value(second, "SELECT 1"), { code: "373", type: "SESSION_IS_LOCKED" });
  await slow;
  assert.equal(await value(second, "SELECT 1"), 1);
});

test("refuses an unknown session when told to check", async (t) => {
  const client = connectTo(t, randomUUID(), { clickhouse_settings: { session_check: 1 } });
  await assert.rejects(value(client, "SELECT 1"), { code: "372", type: "SESSION_NOT_FOUND" });
});
