// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The sandbox's ClickHouse service, as its API describes it, and clients for it.
import { createClient } from "@clickhouse/client";
import { createHash } from "node:crypto";
import http from "node:http";

const project = `/v1/project/${process.env.HEADGATE_PROJECT}`;

/** One call of the sandbox's API. */
export function api(method, path, body) {
  return new Promise((resolve, reject) => {
    const request = http.request(process.env.HEADGATE_API + project + path, {
      method,
      headers: { Authorization: `aivenv1 ${process.env.HEADGATE_TOKEN}`, "Content-Type": "application/json" },
    });
    request.on("error", reject);
    request.on("response", async (response) => {
      const text = (await response.toArray()).join("");
      if (response.statusCode >= 300) reject(new Error(`${method} ${path}: ${response.statusCode} ${text}`));
      else resolve(JSON.parse(text));
    });
    request.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

const described = await api("GET", "/service/clickhouse-demo?include_secrets=true");
const { host, port, user, password } = described.service.service_uri_params;

/** A client as the guides of ClickHouse make one; options go over what is needed to connect. */
export function connect(options = {}) {
  return createClient({ url: `http://${host}:${port}`, username: user, password, ...options });
}

/** A table of its own for a test, gone at the test's end. */
export async function makeTable(test, client, columns) {
  const table = `interop_${Math.random().toString(36).slice(2)}`;
  await client.command({ query: `CREATE TABLE ${table} (${columns}) ENGINE = MergeTree ORDER BY tuple()` });
  test.after(async () => {
    const own = connect();
    await own.command({ query: `DROP TABLE ${table} SYNC` });
    await own.close();
  });
  return table;
}

/** Rows, bytes and digest of a stream, without keeping it. */
export async function measure(stream) {
  const digest = createHash("sha256");
  let bytes = 0;
  let rows = 0;
  for await (const piece of stream) {
    bytes += piece.length;
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) rows += 1;
    digest.update(piece);
  }
  return { bytes, rows, digest: digest.digest("hex") };
}

/** Repeats a question until its answer is true. */
export async function until(question) {
  const deadline = Date.now() + 10_000;
  while (!(await question())) {
    if (Date.now() > deadline) throw new Error(`not so within ten seconds: ${question}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
