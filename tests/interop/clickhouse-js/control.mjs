// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Cancelling, killing and watching statements; users.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, test } from "node:test";
import { api, connect, until } from "./service.mjs";

const client = connect();
after(() => client.close());

async function isRunning(id) {
  const answer = await client.query({
    query: "SELECT count() AS count FROM system.processes WHERE Settings['log_comment'] = {id:String}",
    query_params: { id },
    format: "JSONEachRow",
  });
  return Number((await answer.json())[0].count) > 0;
}

test("ends a statement whose client cancels it", async () => {
  const abort = new AbortController();
  const id = randomUUID();
  const endless = client.query({
    query: "SELECT max(sipHash64(number)) FROM numbers(1000000000000)",
    query_id: id,
    abort_signal: abort.signal,
  });
  const refused = assert.rejects(endless, /aborted/);
  await until(() => isRunning(id));
  abort.abort();
  await refused;
  await until(async () => !(await isRunning(id)));
});

test("ends a stream that its client closes", async () => {
  const id = randomUUID();
  const answer = await client.query({
    query: "SELECT number, repeat('x', 100) FROM numbers(1000000000000)",
    query_id: id,
    format: "JSONEachRow",
  });
  for await (const batch of answer.stream()) {
    assert.ok(batch.length > 0);
    break;
  }
  answer.close();
  await until(async () => !(await isRunning(id)));
});

test("kills a statement of which nobody reads the rows", async () => {
  const id = randomUUID();
  const answer = await client.query({
    query: "SELECT number, repeat('x', 100) FROM numbers(1000000000000)",
    query_id: id,
    format: "JSONEachRow",
  });
  await until(() => isRunning(id));
  await client.command({ query: "KILL QUERY WHERE query_id = {id:String}", query_params: { id } });
  await until(async () => !(await isRunning(id)));
  await assert.rejects(async () => {
    for await (const batch of answer.stream()) assert.ok(batch.length > 0);
  }, { code: "394" });
});

test("keeps a long statement's connection busy with progress", async () => {
  const { response_headers: headers } = await client.command({
    query: "SELECT sleepEachRow(0.2) FROM numbers(6) SETTINGS max_block_size = 1 FORMAT Null",
    clickhouse_settings: { send_progress_in_http_headers: 1, http_headers_progress_interval_ms: "100" },
  });
  const progress = String(headers["x-clickhouse-progress"]);
  assert.match(progress, /"read_rows":"\d+"/);
  assert.ok(progress.split("},").length > 2, progress);
});

test("lets users of the API in, and out again", async (t) => {
  const name = `interop_${Math.random().toString(36).slice(2)}`;
  const { user } = await api("POST", "/service/clickhouse-demo/user", { username: name });
  const theirs = connect({ username: name, password: user.password });
  t.after(() => theirs.close());
  const answer = await theirs.query({ query: "SELECT 1 AS one", format: "JSONEachRow" });
  assert.deepEqual(await answer.json(), [{ one: 1 }]);
  await api("DELETE", `/service/clickhouse-demo/user/${name}`);
  await until(() => theirs.query({ query: "SELECT 1" }).then(() => false, (error) => error.code === "516"));
});

test("refuses a wrong password", async (t) => {
  const stranger = connect({ password: "wrong" });
  t.after(() => stranger.close());
  await assert.rejects(stranger.query({ query: "SELECT 1" }), { code: "516", type: "AUTHENTICATION_FAILED" });
});
