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
  const inputs = await countInputs(page);
  const waits = [];
  // Presses Enter and waits for where that leads; how long it took is noted.
  const enter = async (there) => {
    const since = performance.now();
    await page.keyboard.press("Enter");
    await page.waitForURL(there);
    waits.push(performance.now() - since);
  };
  await page.goto(base);
  await page.keyboard.press("Tab");
  assert.match(await focused(page), /Skip to main content/);
  await page.keyboard.press("Enter");
  await reach(page, /^Post an idea$/);
  await enter(/ideas\/new/);

  await reachField(page, "title");
  await page.keyboard.type("A ramp at the town hall");
  await reachField(page, "body");
  await page.keyboard.type("The steps keep people out.");
  await reachField(page, "campaign");
  await page.keyboard.press("Space");
  await reach(page, /post/i);
  await enter(/sign-in/);
  // Five inputs at the most before anybody asks who it is: what the browser itself was given, whatever this story says.
  assert.deepEqual([...inputs].sort(), ["/ideas/new body", "/ideas/new campaign", "/ideas/new title"]);
  assert.ok(inputs.size <= 5);

  await reachField(page, "email");
  await page.keyboard.type("kim@example.org");
  await enter(/sign-in/);
  await page.getByLabel("The code").waitFor();
  await reachField(page, "code");
  await page.keyboard.type(await codeFor(page, "kim@example.org"));
  await enter(/welcome/);
  await reachField(page, "name");
  await page.keyboard.type("Kim");
  await enter(/a-ramp-at-the-town-hall/);
  const waited = Math.round(waits.reduce((sum, one) => sum + one, 0));
  t.diagnostic(`waited ${waited} ms for ${waits.length} pages between the front page and the posted idea`);
  assert.ok(waited <= 5_000, `whoever posts waits ${waited} ms`);

  await reach(page, /^Support/);
  await page.keyboard.press("Enter");
  await page.locator('[aria-pressed="true"]').first().waitFor();
  assert.match(await focused(page), /Support/, "the focus stays on the button");

  await reach(page, /^Write a comment$/);
  await page.keyboard.press("Enter");
  await reachField(page, "body");
  await page.keyboard.type("There is room beside the steps.");
  await reachField(page, "stance");
  await page.keyboard.press("ArrowUp");
  await reach(page, /^Post the comment$/);
  await enter(/#comment-1$/);
  const comment = page.getByRole("article", { name: /^Kim/ });
  assert.match(await comment.textContent(), /There is room beside the steps\./);
  assert.deepEqual(page.mistakes, []);
});

// Every field that somebody gave something to, as the browser saw it: the page and the field's name.
async function countInputs(page) {
  const given = new Set();
  await page.exposeFunction("noteInput", (what) => given.add(what));
  await page.addInitScript(() => {
    const note = (event) => event.isTrusted && window.noteInput(`${location.pathname} ${event.target.name}`);
    document.addEventListener("input", note, true);
  });
  return given;
}

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
