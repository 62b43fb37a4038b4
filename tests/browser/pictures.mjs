// Pictures of the main pages for docs/: a phone and a desk, light; the front page and an idea in the dark; the moderators'
// desk with a report on it. What people read before an answer and how it comes about is shown on a tablet too: an idea and
// what speaks for and against it, the officers' desk, an idea to answer, one that was answered, and what departments have
// answered. `make pictures` takes them of a demonstration of its own, run from the program that PROGRAM names.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";

import { openBrowser, openWindow, setting } from "./lib.mjs";

const LISTEN = "127.0.0.1:18099";
const base = `http://${LISTEN}`;
const FOLDER = path.join(import.meta.dirname, "../../docs/pictures");
const SIZES = { phone: { width: 390, height: 844 }, tablet: { width: 768, height: 1024 }, desk: { width: 1280, height: 860 } };
// What is shown on a tablet too.
const AT_EVERY_WIDTH = ["idea", "for-and-against", "officers", "pack", "answered", "answers", "departments"];

test("pictures", async (t) => {
  await mkdir(FOLDER, { recursive: true });
  const browser = await openBrowser(t);
  const links = await demonstration(t);
  const first = await openWindow(browser);
  const storageState = await signIn(first, links.citizen);
  const idea = await takesPart(first);
  const officer = await signIn(await openWindow(browser), links.officer);
  await first.goto(`${base}/ideas?campaign=decide-madrid&order=most-supported`);
  const discussed = await first.locator(".fm-card__title a").first().getAttribute("href");
  await first.goto(`${base}/answers`);
  const answered = await first.locator(".fm-answers__title a").first().getAttribute("href");

  const pages = [
    ["home", "/"],
    ["ideas", "/ideas"],
    ["campaign", "/campaigns/bowling-green-2050"],
    ["idea", idea],
    ["discussion", `${discussed}#comments`],
    ["for-and-against", `${idea}?view=sides#comments`],
    ["new-idea", "/ideas/new"],
    ["sign-in", "/sign-in"],
    ["own-page", "/me", storageState],
    ["about", "/about"],
    ["answers", "/answers"],
    ["answered", answered],
    ["departments", "/departments"],
    ["officers", "/desk", officer],
    ["pack", await longestWaiting(browser, officer), officer],
    ["moderation", ...(await somethingToDecide(browser, discussed, links.moderator))],
  ];
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const [name, address, state] of pages) {
      if (size === "tablet" && !AT_EVERY_WIDTH.includes(name)) continue;
      await take(browser, `${name}-${size}`, address, { viewport, storageState: state });
    }
  }
  for (const [name, address] of [pages[0], pages[3]]) {
    await take(browser, `${name}-dark-desk`, address, { viewport: SIZES.desk, colorScheme: "dark" });
  }
});

// Votes, says something and posts an idea, as somebody would whose own page is worth a picture. Gives the idea that the
// demonstration's people discuss.
async function takesPart(page) {
  await page.goto(`${base}/ideas?q=riverfront+investment`);
  const idea = await page.locator(".fm-card__title a").first().getAttribute("href");
  await page.goto(`${base}/ideas?order=fewest-votes&campaign=bowling-green-2050`);
  await page.getByRole("button", { name: /^Support/ }).nth(1).click();
  await page.locator('[aria-pressed="true"]').first().waitFor();
  await page.getByRole("button", { name: /^Oppose/ }).first().click();
  await page.locator('[aria-pressed="true"]').first().waitFor();
  await page.goto(`${base}/ideas/new?campaign=bowling-green-2050`);
  await page.getByLabel("What should change?").fill("Shade trees at every bus stop");
  await page.getByLabel("Why, and how?").fill("People wait there for twenty minutes in July. Two trees a stop would do, and a bench.");
  await page.getByRole("button", { name: "Post", exact: false }).first().click();
  await page.waitForURL(/shade-trees/);
  return idea;
}

async function signIn(page, link) {
  await page.goto(link);
  await page.getByRole("button", { name: /sign in/i }).click();
  return page.context().storageState();
}

// Somebody reports an idea; a moderator opens it. Gives the item's address, and what signs the moderator in.
async function somethingToDecide(browser, idea, link) {
  const visitor = await openWindow(browser);
  await visitor.goto(`${base}${idea}/report`);
  await visitor.locator('[name="ground"][value="DUPLICATE"]').check();
  await visitor.getByLabel("Tell us more").fill("The same stands in idea 1, with more votes.");
  await visitor.locator('[name="faith"]').check();
  await visitor.getByRole("button", { name: "Send the report" }).click();
  const moderator = await openWindow(browser);
  const state = await signIn(moderator, link);
  await moderator.goto(`${base}/moderation?kind=REPORT`);
  const address = await moderator.locator(".fm-entry a").first().getAttribute("href");
  return [address, state];
}

// The pack of the idea at the top of the officers' desk.
async function longestWaiting(browser, storageState) {
  const page = await openWindow(browser, { storageState });
  await page.goto(`${base}/desk`);
  return page.locator(".fm-entry__link").first().getAttribute("href");
}

// Starts it, and gives the link that signs somebody in, by role.
async function demonstration(t) {
  const env = { ...process.env, FOLKMOOT_LISTEN: LISTEN, FOLKMOOT_PUBLIC_URL: base };
  const child = spawn(setting("PROGRAM"), ["demo"], { env, stdio: ["ignore", "pipe", "inherit"] });
  t.after(async () => {
    child.kill("SIGTERM");
    await once(child, "exit");
  });
  const links = {};
  for await (const line of createInterface({ input: child.stdout })) {
    const link = line.match(/sign in as (\w+)\s+(\S+)/);
    if (link) links[link[1]] = link[2];
    if (links.admin) return links;
  }
  assert.fail("the demonstration ended before it began");
}

async function take(browser, name, address, options) {
  const page = await openWindow(browser, { reducedMotion: "reduce", ...options });
  await page.goto(`${base}${address}`);
  await page.waitForTimeout(200);
  await page.screenshot({ path: path.join(FOLDER, `${name}.jpg`), type: "jpeg", quality: 82 });
  await page.context().close();
}
