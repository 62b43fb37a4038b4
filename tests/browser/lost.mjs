// Somebody follows a link that is out of date: at either node, a calm page that both judges find nothing wrong with.

import assert from "node:assert/strict";
import { test } from "node:test";

import { assertGood, openBrowser, openWindow, setting } from "./lib.mjs";

test("a page that is not there is a good page all the same", async (t) => {
  const browser = await openBrowser(t);
  for (const address of [setting("BASE_URL"), setting("BASE_URL_2")]) {
    const page = await openWindow(browser);
    const answer = await page.goto(`${address}/nowhere`);
    assert.equal(answer.status(), 404);
    assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "Page not found");
    await assertGood(page);
  }
});
