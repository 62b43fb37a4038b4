// 600 comments, 24 deep, on a small phone: every page of them fits, steps in no further than can be read, and says whom
// deep replies answer. How long it takes to open is told, not judged.

import assert from "node:assert/strict";
import { test } from "node:test";

import { openBrowser, openWindow, setting } from "./lib.mjs";
import { Judge } from "./judge.mjs";

test("a long, deep thread is readable on a small phone", async (t) => {
  const browser = await openBrowser(t);
  const page = await openWindow(browser, { viewport: { width: 320, height: 640 } });
  const judge = new Judge(browser, [320]);
  const start = performance.now();
  await page.goto(`${setting("BASE_URL")}/ideas/1?order=oldest`);
  t.diagnostic(`opened in ${Math.round(performance.now() - start)} ms`);
  await page.goto(`${page.url().split("?")[0]}?order=oldest`);
  assert.match(await page.locator("#comments-title").textContent(), /600/);
  await judge.look(page, "first page");
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/long-thread.png`, fullPage: true });

  // What is long folds behind its beginning; an address that names a comment opens the fold.
  const deep = page.locator("#comment-25");
  assert.ok(!(await deep.isVisible()), "a comment 24 deep stands in the open");
  await page.evaluate(() => (location.hash = "comment-25"));
  await deep.waitFor();
  assert.match(await deep.textContent(), /24 deep\./);
  assert.match(await deep.textContent(), /replying to/);
  const room = await deep.locator(".fm-prose").evaluate((words) => words.getBoundingClientRect().width);
  assert.ok(room >= 200, `the deepest comment has ${room} px for its words`);

  const seen = new Set();
  for (let pages = 1; ; pages += 1) {
    for (const id of await page.locator(".fm-thread [id^=comment-]").evaluateAll((all) => all.map((one) => one.id))) {
      assert.ok(!seen.has(id), `${id} came twice`);
      seen.add(id);
    }
    const next = page.getByRole("link", { name: "Next page" });
    if ((await next.count()) === 0) break;
    assert.ok(pages < 100, "the pages come to an end");
    await next.click();
    if (pages === 1) await judge.look(page, "second page");
  }
  assert.equal(seen.size, 600);
  await judge.finish();
});
