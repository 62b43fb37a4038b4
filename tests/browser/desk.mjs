// The moderators' desk: two hundred items by keys alone, each key measured until the next item stands there; the same path
// by forms without scripts; and every staff page judged.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { test } from "node:test";

import { assertAllValid, assertAccessible, openBrowser, openWindow, setting } from "./lib.mjs";

const base = setting("BASE_URL");
const backlog = JSON.parse(setting("BACKLOG"));
const ITEMS = 200;
// A machine under test is slow now and then: the goal is 100 ms, this only says that something is broken.
const BROKEN = 500;

async function signedIn(browser, link, options) {
  const page = await openWindow(browser, options);
  await page.goto(link);
  await page.getByRole("button", { name: /sign in/i }).click();
  await page.waitForURL((url) => !url.pathname.includes("/link/"));
  return page;
}

test("a moderator's desk", async (t) => {
  const browser = await openBrowser(t);
  const mo = await signedIn(browser, backlog.links[0], {});
  const pages = new Map();
  const look = async (page, name) => {
    pages.set(name, await page.content());
    await assertAccessible(page);
    assert.deepEqual(page.mistakes, [], `${name} made mistakes`);
    if (process.env.PICTURES) await picture(page, name);
  };

  await t.test("the pages, as they stand", async () => {
    await mo.goto(`${base}/moderation`);
    assert.match(await mo.locator(".fm-header__count").innerText(), /^2\d\d/);
    await look(mo, "queue");
    await mo.getByRole("button", { name: "Start with the first" }).click();
    await mo.locator("#case-title").waitFor();
    await look(mo, "item");
    // What a screen reader is given: the item's heading, its author, the acts by name.
    const tree = await mo.locator("[data-fm-case]").ariaSnapshot();
    for (const wanted of [/heading ".+" \[level=2\]/, /button "Publish/, /radio "Reject/, /heading "Author"/]) assert.match(tree, wanted);
    await mo.keyboard.press("r");
    await mo.keyboard.press("3");
    assert.ok(await mo.getByText("The author reads, in their language:").filter({ visible: true }).first().isVisible());
    await look(mo, "item with a reason");
    await mo.getByRole("button", { name: /^Keys/ }).click();
    assert.ok(await mo.locator("dialog").isVisible());
    await look(mo, "keys");
    await mo.keyboard.press("Escape");
    await mo.goto(`${base}/moderation?kind=appeal`);
    await look(mo, "nothing of this kind");
    await mo.goto(`${base}/moderation/decided`);
    await look(mo, "decided, nothing yet");
  });

  await t.test("two hundred items by keys alone", async () => {
    await mo.goto(`${base}/moderation`);
    await mo.locator("[data-fm-row]").first().waitFor();
    await mo.keyboard.press("j");
    await mo.locator("#case-title:focus").waitFor();
    for (let n = 0; n < ITEMS; n += 1) {
      const before = await mo.locator("[data-fm-case]").getAttribute("data-fm-case");
      if (n % 4 === 3) {
        await mo.keyboard.press("r");
        await mo.keyboard.press(String(1 + (n % 9)));
        await mo.locator("#case-title").evaluate((title) => title.focus());
        await mo.keyboard.press("Enter");
      } else {
        await mo.keyboard.press("a");
      }
      await mo.waitForFunction((id) => document.querySelector("[data-fm-case]")?.dataset.fmCase !== id, before);
    }
    const times = await mo.evaluate(() => performance.getEntriesByName("desk-next").map((entry) => entry.duration));
    times.sort((a, b) => a - b);
    const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1);
    console.log(`key to next item, ${times.length} items: median ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms`);
    assert.ok(Number(at(0.95)) < BROKEN, `p95 is ${at(0.95)} ms`);
    // The last one has arrived, and can be taken back by a key.
    await mo.locator("[data-fm-just] button").waitFor();
    await mo.keyboard.press("u");
    await mo.getByText("It is undone, and back in the queue.").first().waitFor();
    await look(mo, "after a round");
    assert.deepEqual(mo.mistakes, []);
    await mo.goto(`${base}/moderation/decided?whose=mine`);
    await look(mo, "decided");
  });

  await t.test("two moderators, one item", async () => {
    const bea = await signedIn(browser, backlog.links[1], {});
    await mo.goto(`${base}/moderation`);
    await mo.getByRole("button", { name: "Start with the first" }).click();
    await mo.locator("#case-title").waitFor();
    await bea.goto(mo.url());
    assert.ok(await bea.getByText("Mo Reid has this open.").first().isVisible());
    await look(bea, "locked");
    await bea.getByRole("button", { name: "Take it over" }).click();
    await bea.waitForURL(/items/);
    assert.equal(await bea.getByText("Mo Reid has this open.").count(), 0);
    await bea.context().close();
  });

  await t.test("the same without scripts", async () => {
    const plain = await openWindow(browser, { javaScriptEnabled: false });
    await plain.context().addCookies(await mo.context().cookies());
    await plain.goto(`${base}/moderation`);
    await plain.locator(".fm-entry__link").nth(3).click();
    const title = await plain.locator("#case-title").innerText();
    await plain.locator("[data-fm-decide] [name=act][value=REJECT]").check();
    await plain.locator("[data-fm-send]").click();
    assert.match(await plain.title(), /^Error: /);
    assert.ok(await plain.locator("[data-fm-decide] [name=act][value=REJECT]").isChecked());
    pages.set("a reason is missing", await plain.content());
    await plain.locator("[data-fm-decide] [name=reason]").first().check();
    await plain.locator("#note").fill("Try again, please.");
    await plain.locator("[data-fm-send]").click();
    assert.notEqual(await plain.locator("#case-title").innerText(), title);
    pages.set("just decided", await plain.content());
    await plain.locator("[data-fm-undo]").click();
    assert.equal(await plain.locator("#case-title").innerText(), title);
    await plain.goto(`${base}/moderation`);
    await plain.locator(".fm-entry__pick label").nth(4).click();
    await plain.locator(".fm-entry__pick label").nth(5).click();
    await plain.locator("[data-fm-bulk] summary").click();
    await plain.locator("#bulk-act").selectOption("PUBLISH");
    await plain.locator("#bulk button").click();
    assert.match(await plain.locator("main").innerText(), /2 of 2 done/);
    pages.set("decided together", await plain.content());
    await plain.getByRole("button", { name: /^Undo/ }).first().click();
    assert.ok(await plain.getByText("It is undone, and back in the queue.").first().isVisible());
  });

  await assertAllValid(pages);
});

// For whoever looks at them: PICTURES names a folder.
async function picture(page, name) {
  const folder = process.env.PICTURES;
  await mkdir(folder, { recursive: true });
  const before = page.viewportSize();
  for (const [width, height] of [[390, 844], [1280, 800], [1920, 1080]]) {
    for (const scheme of ["light", "dark"]) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: scheme });
      await page.screenshot({ path: `${folder}/${name.replaceAll(/\W+/g, "-")}-${width}-${scheme}.png`, fullPage: width === 390 });
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(before);
}
