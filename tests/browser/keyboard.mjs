// The journey by keyboard alone: everything can be reached in a sensible order, what has the focus is seen, and nothing
// holds it. And what a screen reader is given of the idea page and the forms, kept in golden files.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";

import { openBrowser, openWindow, setting } from "./lib.mjs";
import { codeFor } from "./people.mjs";

const base = setting("BASE_URL");
const stage = JSON.parse(setting("STAGE"));
const GOLDEN = path.join(import.meta.dirname, "golden");

test("whatever has the focus is seen, and Tab leads through the whole page and out of it", async (t) => {
  const browser = await openBrowser(t);
  const wrong = [];
  for (const scheme of ["light", "dark"]) {
    for (const forcedColors of ["none", "active"]) {
      const page = await openWindow(browser, { colorScheme: scheme, forcedColors });
      for (const address of ["/", "/ideas", stage.ideas.many, "/ideas/new", "/sign-in"]) {
        await page.goto(`${base}${address}`);
        const walked = await walk(page);
        assert.ok(walked.length > 5, `${address}: only ${walked.length} stops`);
        for (const stop of walked.filter((one) => !one.seen)) wrong.push(`${address} (${scheme}, ${forcedColors}): ${stop.what}`);
      }
      await page.context().close();
    }
  }
  assert.deepEqual(wrong, [], "the focus can't be seen there");
});

// Presses Tab until the page has been walked through; what was stopped at, and whether its focus shows.
async function walk(page) {
  const stops = [];
  for (let presses = 0; presses < 400; presses += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return undefined;
      element.dataset.stops = String(Number(element.dataset.stops ?? 0) + 1);
      if (Number(element.dataset.stops) > 1) return undefined;
      // A radio's or a box's look is drawn beside it.
      const drawn = element.matches(".govuk-radios__input, .govuk-checkboxes__input") ? [element, "::before", element.nextElementSibling] : [element];
      const shows = (style) => (style.outlineStyle !== "none" && style.outlineWidth !== "0px") || style.boxShadow !== "none";
      const seen =
        drawn.some((part) => typeof part !== "string" && part && shows(getComputedStyle(part))) ||
        (drawn.length > 1 && shows(getComputedStyle(element.nextElementSibling, "::before")));
      const box = element.getBoundingClientRect();
      const inView = box.bottom > 0 && box.top < innerHeight;
      return { what: element.outerHTML.slice(0, 140), seen: seen && inView };
    });
    if (!stop) break;
    stops.push(stop);
  }
  return stops;
}

test("an idea is posted, voted on and discussed with the keyboard alone", async (t) => {
  const browser = await openBrowser(t);
  const page = await openWindow(browser);
  await page.goto(base);
  await page.keyboard.press("Tab");
  assert.match(await focused(page), /Skip to main content/);
  await page.keyboard.press("Enter");
  await reach(page, /^Post an idea$/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/ideas\/new/);

  // Five inputs at the most before anybody asks who it is.
  let inputs = 0;
  await reachField(page, "title");
  await page.keyboard.type("A ramp at the town hall");
  inputs += 1;
  await reachField(page, "body");
  await page.keyboard.type("The steps keep people out.");
  inputs += 1;
  if (await page.locator("input[name=campaign]:checked").count() === 0) {
    await page.locator("input[name=campaign]").first().focus();
    await page.keyboard.press("Space");
    inputs += 1;
  }
  assert.ok(inputs <= 5);
  await reach(page, /post/i);
  await page.keyboard.press("Enter");
  await page.waitForURL(/sign-in/);
  await reachField(page, "email");
  await page.keyboard.type("kim@example.org");
  await page.keyboard.press("Enter");
  await page.getByLabel("The code").waitFor();
  await reachField(page, "code");
  await page.keyboard.type(await codeFor(page, "kim@example.org"));
  await page.keyboard.press("Enter");
  await page.waitForURL(/welcome/);
  await reachField(page, "name");
  await page.keyboard.type("Kim");
  await page.keyboard.press("Enter");
  await page.waitForURL(/a-ramp-at-the-town-hall/);

  await reach(page, /^Support/);
  await page.keyboard.press("Enter");
  await page.locator('[aria-pressed="true"]').first().waitFor();
  assert.match(await focused(page), /Support/, "the focus stays on the button");
  assert.deepEqual(page.mistakes, []);
});

// Tab until what has the focus says so.
async function reach(page, words) {
  await walkTo(page, async () => words.test(await focused(page)), String(words));
}

async function reachField(page, name) {
  await walkTo(page, () => page.evaluate((wanted) => document.activeElement?.name === wanted, name), name);
}

async function walkTo(page, there, what) {
  for (let presses = 0; presses < 150; presses += 1) {
    if (await there()) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`Tab never came to ${what}`);
}

async function focused(page) {
  return page.evaluate(() => (document.activeElement?.innerText || document.activeElement?.value || "").trim());
}

test("a screen reader is given the same as before", async (t) => {
  const browser = await openBrowser(t);
  const page = await openWindow(browser);
  for (const [name, address] of [
    ["idea", stage.ideas.one],
    ["ideas", "/ideas?campaign=support-question"],
    ["new-idea", "/ideas/new?campaign=open-question"],
    ["sign-in", "/sign-in"],
  ]) {
    await page.goto(`${base}${address}`);
    const tree = plain(await page.locator("body").ariaSnapshot());
    const file = path.join(GOLDEN, `${name}.yml`);
    if (process.env.UPDATE_GOLDEN) {
      await mkdir(GOLDEN, { recursive: true });
      await writeFile(file, tree);
    }
    assert.ok(existsSync(file), `there is no ${file}: UPDATE_GOLDEN=1 writes it`);
    assert.equal(tree, await readFile(file, "utf8"), `${name} reads differently: UPDATE_GOLDEN=1 writes it anew`);
  }
});

// Without what changes from run to run: days, ports, secrets.
function plain(tree) {
  return `${tree
    .replaceAll(base, "BASE")
    .replaceAll(/\d{1,2} [A-Z][a-z]+ 20\d\d( at \d{1,2}:\d\d)?/g, "DATE")
    .replaceAll(/\b[0-9a-f]{32}\b/g, "ID")}\n`;
}
