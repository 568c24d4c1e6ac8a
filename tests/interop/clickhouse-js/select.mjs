// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, test } from "node:test";
import { connect, measure } from "./service.mjs";

const plain = connect();
const compressed = connect({ compression: { response: true } });
after(() => Promise.all([plain.close(), compressed.close()]));

test("pings", async () => {
  assert.deepEqual(await plain.ping(), { success: true });
  assert.deepEqual(await plain.ping({ select: true }), { success: true });
});

test("reads a JSON document with its types and numbers", async () => {
  const answer = await plain.query({
    query: "SELECT number, toString(number) AS text, toUInt64(18446744073709551615) AS big FROM numbers(3)",
    format: "JSON",
  });
  const document = await answer.json();
  assert.equal(document.rows, 3);
  assert.deepEqual(document.meta.map((column) => column.type), ["UInt64", "String", "UInt64"]);
  assert.equal(document.data[2].text, "2");
});

test("tells id, format and server of an answer", async () => {
  const answer = await plain.query({ query: "SELECT 1", format: "JSONEachRow", query_id: "interop-select-id" });
  assert.equal(answer.query_id, "interop-select-id");
  assert.equal(answer.response_headers["x-clickhouse-query-id"], "interop-select-id");
  assert.equal(answer.response_headers["x-clickhouse-format"], "JSONEachRow");
  assert.equal(answer.response_headers["x-clickhouse-timezone"], "UTC");
  assert.ok(answer.response_headers["x-clickhouse-server-display-name"]);
  assert.equal(JSON.parse(answer.response_headers["x-clickhouse-summary"]).result_rows, "1");
  answer.close();
});

for (const [name, client] of [["plain", plain], ["compressed", compressed]]) {
  test(`streams a million rows, ${name}`, async () => {
    const answer = await client.query({ query: "SELECT number AS n FROM numbers(1000000)", format: "JSONEachRow" });
    let rows = 0;
    let sum = 0;
    for await (const batch of answer.stream()) {
      for (const row of batch) sum += Number(row.json().n);
      rows += batch.length;
    }
    assert.equal(rows, 1_000_000);
    assert.equal(sum, 499_999_500_000);
  });

  test(`gives a large result byte by byte, ${name}`, async () => {
    const expected = createHash("sha256");
    let bytes = 0;
    for (let n = 0; n < 2_000_000; ++n) {
      const line = `${n}\tx${n}\n`;
      bytes += line.length;
      expected.update(line);
    }
    const answer = await client.exec({
      query: "SELECT number, concat('x', toString(number)) FROM numbers(2000000) ORDER BY number FORMAT TabSeparated",
      decompress_response_stream: true,
    });
    assert.deepEqual(await measure(answer.stream), { bytes, rows: 2_000_000, digest: expected.digest("hex") });
  });

  test(`compresses JSON when asked, ${name}`, async () => {
    const answer = await client.query({ query: "SELECT repeat('a', 100000) AS text", format: "JSON" });
    assert.equal(answer.response_headers["content-encoding"], client === compressed ? "gzip" : undefined);
    assert.equal((await answer.json()).data[0].text.length, 100_000);
  });

  test(`reads an error's text, ${name}`, async () => {
    await assert.rejects(client.query({ query: "SELECT * FROM nothing_of_that_name" }), {
      code: "60",
      type: "UNKNOWN_TABLE",
      message: /nothing_of_that_name/,
    });
  });
}

test("binds parameters", async () => {
  const answer = await plain.query({
    query: "SELECT {text:String} AS text, {list:Array(UInt8)} AS list, {day:Date} AS day, {none:Nullable(String)} AS none, "
      + "{map:Map(String, UInt8)} AS map FROM {database:Identifier}.one",
    query_params: {
      text: "tab\there, 'quote' and \\ ü\nline",
      list: [1, 2, 3],
      day: "2024-02-29",
      none: null,
      map: { a: 1 },
      database: "system",
    },
    format: "JSONEachRow",
  });
  assert.deepEqual(await answer.json(), [{
    text: "tab\there, 'quote' and \\ ü\nline",
    list: [1, 2, 3],
    day: "2024-02-29",
    none: null,
    map: { a: 1 },
  }]);
});

test("takes more parameters than a short URL holds", async () => {
  const wanted = Array.from({ length: 3000 }, (_, index) => index * 1_000_003);
  const answer = await plain.query({
    query: "SELECT toUInt32(length({list:Array(UInt64)})) AS count",
    query_params: { list: wanted },
    format: "JSONEachRow",
  });
  assert.deepEqual(await answer.json(), [{ count: 3000 }]);
});

test("passes settings on", async () => {
  const answer = await plain.query({
    query: "SELECT getSetting('max_block_size') AS size",
    clickhouse_settings: { max_block_size: "1234" },
    format: "JSONEachRow",
  });
  assert.equal(Number((await answer.json())[0].size), 1234);
});

test("tells an exception in mid-stream from data", async () => {
  const answer = await plain.query({
    query: "SELECT number, throwIf(number = 3000000, 'enough') AS fine FROM numbers(4000000)",
    format: "JSONEachRow",
  });
  let rows = 0;
  await assert.rejects(async () => {
    for await (const batch of answer.stream()) rows += batch.length;
  }, { code: "395", message: /enough/ });
  assert.ok(rows > 0 && rows <= 3_000_000, `${rows} rows`);
});

test("waits for the end when asked, so that a late error has its own status", async () => {
  await assert.rejects(plain.query({
    query: "SELECT throwIf(number = 1000000, 'late') FROM numbers(2000000)",
    clickhouse_settings: { wait_end_of_query: 1 },
  }), { code: "395" });
});
