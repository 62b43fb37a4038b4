// The GraphQL-over-HTTP audit of the npm package graphql-http against a running node: every check must pass, those that
// the specification only recommends as well. What it merely permits (GET) is told as a notice, and we don't do it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { auditServer } from "graphql-http";

import { setting } from "./lib.mjs";

test("the audit finds no error and no warning", async () => {
  const results = await auditServer({ url: `${setting("FOLKMOOT_TEST_URL")}/graphql`, fetchFn: fetch });
  assert.ok(results.length > 50, `only ${results.length} checks ran`);
  const told = results.filter((result) => ["error", "warn"].includes(result.status)).map((result) => `${result.status} ${result.id}: ${result.name} (${result.reason})`);
  assert.deepEqual(told, []);
});
