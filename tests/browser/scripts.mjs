// What the small scripts do when something is in their way: a line of live numbers that breaks again and again, a page read
// in another language half way through writing, a printer.

import assert from "node:assert/strict";
import { test } from "node:test";

import { openBrowser, openWindow, setting } from "./lib.mjs";

const base = setting("BASE_URL");
const stage = JSON.parse(setting("STAGE"));

test("a line that breaks is opened again after waits that grow", async (t) => {
  const browser = await openBrowser(t);
  const page = await openWindow(browser);
  let opened = 0;
  // It works, says how soon a browser may come back, and breaks: left to itself, a browser comes back at once for ever.
  await page.route("**/live?**", (route) => {
    opened += 1;
    const numbers = JSON.stringify({ idea: 1, support: opened, oppose: 0, comments: 0, version: opened });
    return route.fulfill({ contentType: "text/event-stream", body: `retry: 10\nevent: tally\ndata: ${numbers}\n\n` });
  });
  await page.clock.install();
  // Time stands still but for what is run below, however slow the machine is.
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.goto(`${base}${stage.ideas.one}`);
  const settled = async () => page.waitForTimeout(400);
  await settled();
  assert.equal(opened, 1, "the browser came back by itself");
  // Waits of about 4, 8 and 16 seconds, a quarter more or less.
  for (const [seconds, times] of [[2.9, 1], [2.2, 2], [5.5, 2], [4.6, 3], [11.5, 3], [8.6, 4]]) {
    await page.clock.runFor(seconds * 1000);
    await settled();
    assert.equal(opened, times, `after ${seconds} more seconds`);
  }
});

test("what is being written is there in the other language too", async (t) => {
  const browser = await openBrowser(t);
  const page = await openWindow(browser);
  await page.goto(`${base}/ideas/new`);
  await page.getByLabel("What should change?").fill("A ramp at the town hall");
  await page.getByRole("banner").getByRole("link", { name: "Cymraeg" }).click();
  await page.waitForURL(/cy\/ideas\/new/);
  assert.equal(await page.locator("input[name=title]").inputValue(), "A ramp at the town hall");
  await page.locator("textarea[name=body]").fill("The steps keep people out.");
  await page.getByRole("banner").getByRole("link", { name: "English" }).click();
  await page.waitForURL((url) => url.pathname === "/ideas/new");
  assert.equal(await page.getByLabel("Why, and how?").inputValue(), "The steps keep people out.");
  assert.deepEqual(page.mistakes, []);
});

test("paper shows every comment and nothing to press", async (t) => {
  const browser = await openBrowser(t);
  const page = await openWindow(browser);
  await page.goto(`${base}${stage.ideas.many}`);
  const folded = page.locator(".fm-more .fm-comment").first();
  assert.equal(await folded.isVisible(), false, "there is a fold to open");
  await page.emulateMedia({ media: "print" });
  await folded.waitFor({ state: "visible", timeout: 5_000 });
  for (const hidden of [".fm-talk__write", ".fm-views", ".fm-more > summary", ".fm-vote", ".fm-comment__acts"]) {
    const shown = await page.locator(hidden).filter({ visible: true }).count();
    assert.equal(shown, 0, `${hidden} is on the paper`);
  }
});
