// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { after, test } from "node:test";
import { connect, makeTable } from "./service.mjs";

const plain = connect();
const compressed = connect({ compression: { request: true, response: true } });
after(() => Promise.all([plain.close(), compressed.close()]));

async function contents(table) {
  const answer = await plain.query({ query: `SELECT count() AS rows, sum(id) AS sum FROM ${table}`, format: "JSONEachRow" });
  const [{ rows, sum }] = await answer.json();
  return [Number(rows), Number(sum)];
}

for (const [name, client] of [["plain", plain], ["compressed", compressed]]) {
  test(`inserts values, ${name}`, async (t) => {
    const table = await makeTable(t, client, "id UInt64, text String");
    const inserted = await client.insert({
      table,
      values: [{ id: 1, text: "a 'quote'" }, { id: 2, text: "line\nbreak ü" }],
      format: "JSONEachRow",
    });
    assert.ok(inserted.executed);
    assert.equal(inserted.summary.written_rows, "2");
    const answer = await client.query({ query: `SELECT text FROM ${table} ORDER BY id`, format: "JSONCompactEachRow" });
    assert.deepEqual(await answer.json(), [["a 'quote'"], ["line\nbreak ü"]]);
  });

  test(`inserts a stream of objects, ${name}`, async (t) => {
    const table = await makeTable(t, client, "id UInt64, text String");
    async function* rows() {
      for (let id = 0; id < 100_000; ++id) yield { id, text: `row ${id}` };
    }
    await client.insert({ table, values: Readable.from(rows()), format: "JSONEachRow" });
    assert.deepEqual(await contents(table), [100_000, 4_999_950_000]);
  });

  test(`inserts a stream of bytes, ${name}`, async (t) => {
    const table = await makeTable(t, client, "id UInt64, text String");
    async function* pieces() {
      for (let block = 0; block < 100; ++block) {
        let text = "";
        for (let id = block * 5000; id < (block + 1) * 5000; ++id) text += `${id},"x"\n`;
        yield Buffer.from(text);
      }
    }
    const { summary } = await client.insert({
      table,
      values: Readable.from(pieces(), { objectMode: false }),
      format: "CSV",
    });
    assert.equal(summary.written_rows, "500000");
    assert.deepEqual(await contents(table), [500_000, 124_999_750_000]);
  });

  test(`says which row is wrong and keeps the connection, ${name}`, async (t) => {
    const table = await makeTable(t, client, "id UInt64");
    await assert.rejects(client.insert({ table, values: [{ id: 1 }, { id: "not a number" }], format: "JSONEachRow" }), {
      code: /^(27|72|117)$/,
      message: /row 2|not a number/i,
    });
    assert.deepEqual(await contents(table), [0, 0]);
  });
}

test("inserts into the columns that are named", async (t) => {
  const table = await makeTable(t, plain, "id UInt64, text String DEFAULT 'none'");
  await plain.insert({ table, columns: ["id"], values: [{ id: 7 }], format: "JSONEachRow" });
  const answer = await plain.query({ query: `SELECT * FROM ${table}`, format: "JSONCompactEachRow" });
  assert.deepEqual(await answer.json(), [[7, "none"]]);
});

test("runs INSERT … SELECT with a summary", async (t) => {
  const table = await makeTable(t, plain, "id UInt64");
  const { summary } = await plain.command({ query: `INSERT INTO ${table} SELECT number FROM numbers(1000)` });
  assert.equal(summary.written_rows, "1000");
  assert.equal(summary.read_rows, "1000");
  assert.ok(Number(summary.elapsed_ns) > 0);
});
