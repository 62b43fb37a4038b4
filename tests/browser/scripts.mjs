// What the small scripts do when something is in their way: a line of live numbers that breaks again and again or never
// opens, a page read in another language half way through writing, a tab that several people write in, a printer.

import assert from "node:assert/strict";
import { test } from "node:test";

import { openBrowser, openWindow, setting } from "./lib.mjs";
import { signInAgain } from "./people.mjs";

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

test("where no stream comes through the page asks instead, and no number goes back", async (t) => {
  const browser = await openBrowser(t);
  const page = await openWindow(browser);
  await page.route("**/live?**", (route) => route.abort());
  const number = Number(stage.ideas.one.split("/")[2]);
  const answers = [];
  let asked = 0;
  await page.route("**/live/tallies?**", (route) => {
    asked += 1;
    return route.fulfill({ contentType: "application/json", body: JSON.stringify(answers.slice(0, asked).slice(-1)) });
  });
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.goto(`${base}${stage.ideas.one}`);
  const shown = Number(await page.locator(`[data-fm-idea="${number}"]`).getAttribute("data-fm-version"));
  assert.ok(shown > 0, "the page says of which version its numbers are");
  const support = page.locator(`[data-fm-support="${number}"]`).first();
  const before = await support.textContent();
  // A cache on the way may hold what was before the page was drawn; then news, and the older once more.
  for (const [version, count] of [[shown - 1, 901], [shown + 2, 902], [shown + 1, 903]]) {
    answers.push({ idea: number, support: count, oppose: 0, comments: 0, version });
  }
  // Time goes on, second by second, until it has asked so often.
  const after = async (times) => {
    for (let second = 0; second < 120 && asked < times; second += 1) {
      await page.clock.runFor(1_000);
      await page.waitForTimeout(50);
    }
    assert.equal(asked, times);
    await page.waitForTimeout(400);
  };
  await after(1);
  assert.equal(await support.textContent(), before, "an older answer changes nothing");
  await after(2);
  await page.locator(`[data-fm-support="${number}"]`, { hasText: "902" }).first().waitFor();
  await after(3);
  assert.equal(await support.textContent(), "902", "nor does one that is older than the news");
});

test("a page that is hidden while it waits for an answer, and looked at again, asks as often as before", async (t) => {
  const browser = await openBrowser(t);
  const page = await openWindow(browser);
  await page.route("**/live?**", (route) => route.abort());
  let asked = 0;
  let release;
  const late = new Promise((resolve) => (release = resolve));
  await page.route("**/live/tallies?**", async (route) => {
    asked += 1;
    if (asked === 1) await late;
    return route.fulfill({ contentType: "application/json", body: "[]" });
  });
  await page.addInitScript(() => Object.defineProperty(document, "hidden", { get: () => window.isAway ?? false }));
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.goto(`${base}${stage.ideas.one}`);
  const settled = async () => page.waitForTimeout(400);
  for (let second = 0; second < 60 && asked < 1; second += 1) {
    await page.clock.runFor(1_000);
    await page.waitForTimeout(50);
  }
  assert.equal(asked, 1, "it asks, and the answer stays away");
  for (const isAway of [true, false]) {
    await page.evaluate((isAway) => {
      window.isAway = isAway;
      document.dispatchEvent(new Event("visibilitychange"));
    }, isAway);
  }
  await settled();
  assert.equal(asked, 2, "whoever comes back wants to know at once");
  release();
  await settled();
  // A quarter of a minute, a tenth more or less.
  for (const [seconds, times] of [[13, 2], [4, 3]]) {
    await page.clock.runFor(seconds * 1000);
    await settled();
    assert.equal(asked, times, `after ${seconds} more seconds`);
  }
});

test("a vote's own answer brings the number of comments with it", async (t) => {
  const browser = await openBrowser(t);
  const page = await openWindow(browser);
  // No other way leads to news.
  await page.route(/\/live/, (route) => route.abort());
  await signInAgain(page, base, "ana@example.org");
  const number = stage.ideas.one.split("/")[2];
  await page.goto(`${base}${stage.ideas.one}`);
  const comments = page.locator(`[data-fm-comments="${number}"]`);
  const before = Number(await comments.textContent());
  const tab = await page.context().newPage();
  await tab.goto(`${base}/ideas/${number}/comments/new`);
  await text(tab).fill("There is one in the next street already.");
  await writing(tab).getByRole("button", { name: /^Post/ }).click();
  await tab.waitForURL(/#comment-/);
  assert.equal(Number(await comments.textContent()), before, "nobody told this page");
  await page.getByRole("button", { name: /^Support/ }).click();
  await comments.filter({ hasText: new RegExp(`^${before + 1}$`) }).waitFor();
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

// The form that is open on the page, with its text and the line that says that something is back.
const writing = (page) => page.locator("form[data-fm-draft]").filter({ has: page.locator("textarea:visible") });
const text = (page) => writing(page).locator("textarea");
const isBack = (page) => page.getByText("What you wrote here before is back.").filter({ visible: true });

test("each form keeps what is written in it, until it is sent", async (t) => {
  const browser = await openBrowser(t);
  const page = await openWindow(browser);
  await signInAgain(page, base, "ana@example.org");
  const idea = stage.ideas.many;
  const number = idea.split("/")[2];

  await page.goto(`${base}${idea}`);
  await page.getByText("Write a comment").click();
  await text(page).fill("Limes, please.");
  await page.getByLabel("For the idea").check();
  await page.goto(`${base}/ideas/${number}/comments/new`);
  assert.equal(await text(page).inputValue(), "Limes, please.", "it is the same comment on its own page");
  assert.ok(await page.getByLabel("For the idea").isChecked());
  await page.goto(`${base}/ideas/${number}/comments/1/reply`);
  assert.equal(await text(page).inputValue(), "", "a reply is another text");
  await text(page).fill("Which ones?");

  // In place it is the same reply, and what was typed comes back when the form does.
  await page.goto(`${base}${idea}?order=oldest`);
  await page.getByRole("link", { name: "Reply to comment 1", exact: true }).click();
  const reply = page.locator(".fm-reply textarea");
  assert.equal(await reply.inputValue(), "Which ones?");
  await reply.fill("Which ones, and where?");
  await page.reload();
  await page.getByRole("link", { name: "Reply to comment 1", exact: true }).click();
  assert.equal(await reply.inputValue(), "Which ones, and where?");
  await page.locator(".fm-reply").getByRole("button", { name: "Post the reply" }).click();
  await page.waitForURL(/#comment-/);
  await page.goto(`${base}/ideas/${number}/comments/1/reply`);
  assert.equal(await text(page).inputValue(), "", "what was sent is gone");

  // A mistake keeps it, and sending it drops it, though the page that follows has the same form.
  await page.goto(`${base}/ideas/${number}/comments/new`);
  await text(page).fill(" ");
  await writing(page).getByRole("button", { name: /^Post/ }).click();
  await page.getByRole("alert").waitFor();
  await text(page).fill("Limes, and maples.");
  await page.goto(`${base}${idea}`);
  assert.equal(await text(page).inputValue(), "Limes, and maples.", "the fold is open, with the text in it");
  await writing(page).getByRole("button", { name: /^Post/ }).click();
  await page.waitForURL(/#comment-/);
  assert.equal(await page.locator("form[data-fm-draft] textarea").first().inputValue(), "");
  assert.equal(await isBack(page).count(), 0);
  assert.deepEqual(page.mistakes, []);
});

test("a change that isn't saved is kept too, and may be given up", async (t) => {
  const browser = await openBrowser(t);
  const page = await openWindow(browser);
  await signInAgain(page, base, "ana@example.org");
  for (const [address, saved] of [
    [`${stage.ideas.edited}/edit`, "One is not enough, and people eat there."],
    [`/ideas/${stage.ideas.one.split("/")[2]}/comments/1/edit`, "My mother needs it."],
  ]) {
    await page.goto(`${base}${address}`);
    assert.equal(await text(page).inputValue(), saved);
    await text(page).fill("Something else altogether.");
    const language = page.locator("select[name=language]");
    if (await language.count()) await language.selectOption("cy");
    await page.goto(`${base}/about`);
    await page.goto(`${base}${address}`);
    assert.equal(await text(page).inputValue(), "Something else altogether.");
    if (await language.count()) assert.equal(await language.inputValue(), "cy");
    await page.getByRole("button", { name: "Give up the change" }).click();
    assert.equal(await text(page).inputValue(), saved);
    await page.reload();
    assert.equal(await text(page).inputValue(), saved);
    assert.equal(await isBack(page).count(), 0);
  }
  assert.deepEqual(page.mistakes, []);
});

test("nobody is given what somebody else wrote in the same tab", async (t) => {
  const browser = await openBrowser(t);
  const page = await openWindow(browser);
  const form = `${base}/ideas/${stage.ideas.none.split("/")[2]}/comments/new`;
  await signInAgain(page, base, "ana@example.org");
  await page.goto(form);
  await text(page).fill("Only Ana’s business.");
  // Her session ends without a word, as one does that is too old.
  await page.context().clearCookies();
  await page.goto(form);
  assert.equal(await text(page).inputValue(), "", "a visitor is not Ana");
  await signInAgain(page, base, "ana@example.org");
  await page.goto(form);
  assert.equal(await text(page).inputValue(), "Only Ana’s business.");
  await page.goto(`${base}/me`);
  await page.locator("form[action='/sign-out'] button").click();
  await page.waitForURL((url) => url.pathname === "/");
  const left = await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("fm-draft")));
  assert.deepEqual(left, [], "signing out leaves nothing");
});

test("news are said with numbers as the page writes them", async (t) => {
  const browser = await openBrowser(t);
  const page = await openWindow(browser);
  const number = Number(stage.ideas.many.split("/")[2]);
  let sent = 0;
  await page.route("**/live?**", async (route) => {
    // Some seconds after the page: what comes at once only says again what is shown.
    await page.waitForTimeout(sent === 0 ? 3_500 : 60_000);
    sent += 1;
    const numbers = JSON.stringify({ idea: number, support: 12_345, oppose: 201, comments: 60, version: 1_000_000 });
    await route.fulfill({ contentType: "text/event-stream", body: `event: tally\ndata: ${numbers}\n\n` }).catch(() => {});
  });
  await page.goto(`${base}${stage.ideas.many}`);
  await page.locator("[data-fm-say]").filter({ hasText: "12,345" }).waitFor({ timeout: 15_000, state: "attached" });
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
