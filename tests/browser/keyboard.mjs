// By keyboard alone: everything can be reached in a sensible order, what has the focus is seen, and nothing holds it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { focused, reach, reachField, walk } from "./keys.mjs";
import { openBrowser, openWindow, setting } from "./lib.mjs";
import { codeFor, signInAgain } from "./people.mjs";

const base = setting("BASE_URL");
const stage = JSON.parse(setting("STAGE"));

test("whatever has the focus is seen, and Tab leads through the whole page and out of it", async (t) => {
  const browser = await openBrowser(t);
  const wrong = [];
  for (const scheme of ["light", "dark"]) {
    for (const forcedColors of ["none", "active"]) {
      const page = await openWindow(browser, { colorScheme: scheme, forcedColors, reducedMotion: "reduce" });
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

test("an idea is looked for, and the list narrowed and ordered, with the keyboard alone", async (t) => {
  const browser = await openBrowser(t);
  const page = await openWindow(browser);
  await page.goto(base);
  await reachField(page, "q");
  await page.keyboard.type("bench");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=bench/);
  await reachField(page, "campaign");
  // As one chooses from a list without opening it: by its first letters.
  await page.keyboard.type("How should");
  await reach(page, /^Search$/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/campaign=open-question/);
  await reach(page, /^Newest$/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/order=newest/);
  const chosen = new URL(page.url()).searchParams;
  assert.deepEqual([chosen.get("q"), chosen.get("campaign")], ["bench", "open-question"], "the order keeps what was chosen");
  await reach(page, /^Two benches and a table at the market$/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/two-benches/);
  assert.deepEqual(page.mistakes, []);
});

test("a reply is begun, left and taken up again with the keyboard alone, and a fold is opened", async (t) => {
  const browser = await openBrowser(t);
  const page = await openWindow(browser);
  await page.goto(`${base}${stage.ideas.many}?order=oldest`);
  await reach(page, /^Reply to comment 1$/);
  await page.keyboard.press("Enter");
  const text = page.locator(".fm-reply textarea");
  assert.ok(await text.evaluate((field) => field === document.activeElement), "the text has the focus");
  await page.keyboard.type("Which trees?");
  await page.keyboard.press("Escape");
  assert.equal(await text.count(), 0);
  assert.match(await focused(page), /^Reply to comment 1$/, "the focus is back");
  await page.keyboard.press("Enter");
  assert.equal(await text.inputValue(), "Which trees?");
  await reach(page, /^Cancel$/);
  await page.keyboard.press("Enter");
  assert.match(await focused(page), /^Reply to comment 1$/);

  await reach(page, /^Show \d+ more/);
  const fold = page.locator(".fm-more").first();
  assert.equal(await fold.evaluate((element) => element.open), false);
  await page.keyboard.press("Enter");
  assert.equal(await fold.evaluate((element) => element.open), true);
  await page.keyboard.press("Tab");
  assert.ok(await fold.evaluate((element) => element.contains(document.activeElement)), "what was folded comes next");
  assert.deepEqual(page.mistakes, []);
});

test("a vote is changed and undone, and its voter signs out, with the keyboard alone", async (t) => {
  const browser = await openBrowser(t);
  const page = await openWindow(browser);
  await signInAgain(page, base, "ana@example.org");
  await page.goto(`${base}${stage.ideas.one}`);
  const pressed = (words) => page.locator('[aria-pressed="true"]', { hasText: words }).first().waitFor();
  await pressed(/^Support/);
  await reach(page, /^Oppose/);
  await page.keyboard.press("Enter");
  await pressed(/^Oppose/);
  await reach(page, /^Undo/);
  await page.keyboard.press("Enter");
  await pressed(/^Support/);
  // Undone itself, a change leaves nothing to undo but the vote. The page shows that at once; the server says so a moment
  // later, and is asked after that.
  const said = page.waitForResponse(async (answer) => answer.url().endsWith("/vote") && (answer.request().postData() ?? "").includes("NONE"));
  await page.keyboard.press("Enter");
  await page.locator('[aria-pressed="true"]').waitFor({ state: "detached" });
  await said;
  assert.match(await focused(page), /^(Support|Oppose)/, "the focus is on a button that is still there");
  await page.reload();
  assert.equal(await page.locator('[aria-pressed="true"]').count(), 0, "and the server knows");

  await reach(page, /^Ana Ruiz$/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/me$/);
  await reach(page, /^Account$/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/me\/account$/);
  await reach(page, /^Sign out$/);
  await page.keyboard.press("Enter");
  await page.getByText("You are signed out.").waitFor();
  assert.deepEqual(page.mistakes, []);
});
