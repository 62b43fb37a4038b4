// The API explorer: a developer opens /graphql, presses the button and reads the answer.

import assert from "node:assert/strict";
import { test } from "node:test";

import { assertFits, assertValid, openBrowser, openWindow, setting } from "./lib.mjs";

test("the explorer opens and runs a query", async (t) => {
  const browser = await openBrowser(t);
  const page = await openWindow(browser);
  await page.goto(`${setting("BASE_URL")}/graphql`);
  const run = page.getByRole("button", { name: /^Execute query/ });
  await run.waitFor();
  const answered = page.waitForResponse((answer) => {
    return answer.request().method() === "POST" && (answer.request().postData() ?? "").includes("tally");
  });
  await run.click();
  const answer = await (await answered).json();
  assert.equal(answer.errors, undefined);
  assert.ok(Array.isArray(answer.data.ideas.nodes));
  await page.locator(".result-window", { hasText: '"nodes"' }).waitFor();
  assert.deepEqual(page.mistakes, []);
});

test("without JavaScript the explorer says how to ask", async (t) => {
  const browser = await openBrowser(t);
  const page = await openWindow(browser, { javaScriptEnabled: false });
  await page.goto(`${setting("BASE_URL")}/graphql`);
  assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "API explorer");
  await assertFits(page, 1280);
  await assertValid(await page.content());
});
