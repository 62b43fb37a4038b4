// The whole journey of one citizen, from the first look to signing out, in one window. Told twice: with JavaScript and
// without it. It asks for nothing that only one of the two can do.

import assert from "node:assert/strict";

import { openBrowser, openWindow, setting } from "./lib.mjs";
import { Judge } from "./judge.mjs";
import { codeFor, votes } from "./people.mjs";

const TITLE = "A bench at the bus stop";
const BODY = "People wait there for *twenty minutes*.\n\nMany of them can’t stand that long.";

export async function tellJourney(t, javaScriptEnabled) {
  const browser = await openBrowser(t);
  const page = await openWindow(browser, { javaScriptEnabled });
  // What axe sees is nearly the same without scripts: one width is enough for that.
  const judge = new Judge(browser, javaScriptEnabled ? undefined : [320]);
  const told = { page, judge, base: setting("BASE_URL"), scripts: javaScriptEnabled };

  await looksRound(told);
  await writesAnIdea(told);
  await signsIn(told);
  await votesOnIt(told);
  await talksAboutIt(told);
  await looksAtOwnPage(told);
  await editsIt(told);
  await goesBackAndForth(told);
  await withdrawsIt(told);
  await signsOut(told);
  await judge.finish();
}

async function heading(page) {
  return (await page.getByRole("heading", { level: 1 }).textContent()).trim();
}

async function press(page, name) {
  await page.getByRole("button", { name, exact: typeof name === "string" }).click();
}

// Nothing but what is in the header and on the pages.
async function looksRound({ page, judge, base }) {
  await page.goto(base);
  await judge.look(page, "home");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Ideas", exact: true }).click();
  assert.equal(await heading(page), "Ideas");
  await judge.look(page, "ideas, none yet");
  for (const name of ["How it works", "Guidelines", "Transparency", "Privacy", "Accessibility"]) {
    await page.getByRole("contentinfo").getByRole("link", { name }).click();
    await judge.look(page, name);
  }
  await page.goto(`${base}/campaigns/anything-else`);
  assert.equal(await heading(page), "Anything else?");
  await judge.look(page, "campaign");
}

// With a mistake first: everything typed is kept, and the summary leads to the field.
async function writesAnIdea({ page, judge, scripts }) {
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Post an idea" }).click();
  await judge.look(page, "empty form");
  await page.getByLabel("Anything else?").check();
  await page.getByLabel("Why, and how?").fill(BODY);
  await press(page, "Sign in and post");
  assert.match(await page.title(), /^Error: /);
  const summary = page.getByRole("alert");
  assert.ok(await summary.isVisible());
  if (scripts) assert.ok(await page.evaluate(() => document.activeElement.matches("[data-fm-errors]")), "the summary has the focus");
  assert.equal(await page.getByLabel("Why, and how?").inputValue(), BODY);
  assert.ok(await page.getByLabel("Anything else?").isChecked());
  await judge.look(page, "form with a mistake");
  await summary.getByRole("link").first().click();
  assert.equal(await page.evaluate(() => document.activeElement.id || location.hash.slice(1)), "title");
  await page.getByLabel("What should change?").fill(TITLE);
  await press(page, "Preview");
  await judge.look(page, "preview");
  assert.equal(await page.locator(".fm-prose em").first().textContent(), "twenty minutes");
  await press(page, "Sign in and post");
}

// By code, with a mistake first; then a name; then the idea is there, and says what comes next.
async function signsIn({ page, judge }) {
  assert.equal(await heading(page), "Sign in");
  await judge.look(page, "sign in");
  await page.getByLabel("Your email address").fill("ana at home");
  await press(page, "Send the email");
  assert.equal(await page.getByLabel("Your email address").inputValue(), "ana at home");
  await judge.look(page, "sign in with a mistake");
  await page.getByLabel("Your email address").fill("ana@example.org");
  await press(page, "Send the email");
  await judge.look(page, "code");
  await page.getByLabel("The code").fill("12");
  await press(page, "Sign in");
  await judge.look(page, "code with a mistake");
  await page.getByLabel("The code").fill(await codeFor(page, "ana@example.org"));
  await press(page, "Sign in");
  await judge.look(page, "choose a name");
  await press(page, "Continue");
  await judge.look(page, "choose a name with a mistake");
  await page.getByLabel("Your name on this site").fill("Ana Ruiz");
  await press(page, "Continue");
  assert.equal(await heading(page), TITLE);
  assert.match(await page.getByRole("alert").textContent(), /Your idea is posted.*everybody can read it/s);
  await judge.look(page, "posted");
}

async function presses(page, which, pressed) {
  await page.getByRole("button", { name: which }).click();
  await page.locator(`[aria-pressed="${pressed}"]`, { hasText: which }).waitFor();
  return [await votes(page, /^Support/), await votes(page, /^Oppose/)];
}

async function votesOnIt({ page, judge, scripts }) {
  assert.deepEqual(await presses(page, /^Support/, true), [1, 0]);
  assert.match(await page.locator("[data-fm-mine]").textContent(), /You support this/);
  if (scripts) assert.match(await page.locator("[data-fm-say]").textContent(), /You support this/);
  await judge.look(page, "supported");
  assert.deepEqual(await presses(page, /^Oppose/, true), [0, 1]);
  await judge.look(page, "opposed");
  assert.deepEqual(await presses(page, /^Oppose/, false), [0, 0]);
  await judge.look(page, "taken back");
  assert.deepEqual(await presses(page, /^Support/, true), [1, 0]);
  await page.reload();
  assert.equal(await votes(page, /^Support/), 1);
}

// With scripts the answer is written below the comment, without them on a page of its own.
async function talksAboutIt({ page, judge, scripts }) {
  await page.getByText("Write a comment").click();
  await press(page, "Post the comment");
  await judge.look(page, "comment with a mistake");
  await page.getByLabel("Your comment").filter({ visible: true }).fill("My mother needs it.");
  await page.getByLabel("For the idea").check();
  await press(page, /^Post/);
  await judge.look(page, "commented");
  assert.match(await page.locator("#comment-1").textContent(), /Ana Ruiz.*For.*My mother needs it\./s);

  await page.getByRole("link", { name: "Reply to comment 1" }).click();
  await judge.look(page, "reply form");
  const answer = scripts ? page.getByLabel("Your reply to Ana Ruiz") : page.getByLabel("Your comment");
  await answer.fill("And a roof, please.");
  await press(page, /^Post/);
  assert.match(await page.locator("#comment-2").textContent(), /And a roof, please\./);

  await page.getByRole("link", { name: "Edit comment 2" }).click();
  await judge.look(page, "edit a comment");
  await page.getByLabel("Your comment").filter({ visible: true }).fill("And a roof over it, please.");
  await press(page, "Save");
  assert.match(await page.locator("#comment-2").textContent(), /And a roof over it, please\./);
  await judge.look(page, "comment edited");
  await page.locator("#comment-2").getByRole("link", { name: "edited" }).click();
  await judge.look(page, "a comment's history");
  await page.getByRole("link", { name: "Back", exact: true }).click();

  await page.getByRole("link", { name: "Delete comment 1" }).click();
  await judge.look(page, "delete a comment");
  await press(page, "Delete the comment");
  const words = await page.locator("#comment-1").textContent();
  assert.ok(words.includes("deleted") && !words.includes("mother") && !words.includes("Ana"), words);
  assert.match(await page.locator("#comment-2").textContent(), /And a roof over it, please\./);
  await judge.look(page, "comment deleted");
}

async function looksAtOwnPage({ page, judge, base }) {
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Ana Ruiz" }).click();
  const own = (heading) => page.getByRole("region", { name: heading, exact: true }).getByRole("link", { name: TITLE, exact: true });
  assert.equal(await own("Your ideas").count(), 1);
  assert.equal(await own("Your votes").count(), 1);
  await judge.look(page, "own page");
  for (const part of ["Ideas", "Votes", "Comments", "Account"]) {
    await page.getByRole("navigation", { name: "Your page" }).getByRole("link", { name: part, exact: true }).click();
    await judge.look(page, `own page, ${part}`);
  }
  await page.goto(`${base}/ideas?order=most-supported`);
  await judge.look(page, "ideas, one");
  await page.getByLabel("Only my ideas").check();
  await page.locator("main form[role=search]").getByRole("button", { name: "Search" }).click();
  assert.equal(await page.getByRole("link", { name: TITLE, exact: true }).count(), 1);
  await page.getByRole("link", { name: TITLE, exact: true }).click();
}

async function editsIt({ page, judge }) {
  await page.getByRole("link", { name: "Edit your idea" }).click();
  await judge.look(page, "edit");
  await page.getByLabel("What should change?").fill("No");
  await press(page, "Save");
  await judge.look(page, "edit with a mistake");
  await page.getByLabel("What should change?").fill("Two benches at the bus stop");
  await press(page, "Save");
  assert.equal(await heading(page), "Two benches at the bus stop");
  await judge.look(page, "edited");
  await page.getByRole("link", { name: /^edited/ }).first().click();
  assert.equal(await page.locator("del").count() > 0, true);
  assert.equal(await page.locator("ins").count() > 0, true);
  await judge.look(page, "history");
  await page.getByRole("link", { name: "Version 1" }).click();
  await judge.look(page, "history, version 1");
  await page.getByRole("link", { name: "Back", exact: true }).click();
}

// Back to the forms that were sent, and what they do when they are sent again; and the same idea in a second tab.
async function goesBackAndForth({ page, base, scripts }) {
  const idea = page.url().split("?")[0];
  const tab = await page.context().newPage();
  await tab.goto(idea);
  await tab.getByRole("button", { name: /^Oppose/ }).click();
  await tab.locator('[aria-pressed="true"]', { hasText: /^Oppose/ }).waitFor();
  // With scripts the first tab knows at once. Without them it presses the same, and it counts once.
  await page.bringToFront();
  if (!scripts) await page.getByRole("button", { name: /^Oppose/ }).click();
  await page.getByText("You oppose this.").filter({ visible: true }).first().waitFor();
  await page.reload();
  assert.deepEqual([await votes(page, /^Support/), await votes(page, /^Oppose/)], [0, 1]);
  await tab.close();

  await page.goto(`${idea}/edit`);
  await page.getByLabel("Why, and how?").fill("Two, and in the shade.");
  await press(page, "Save");
  await page.getByText("Your changes are saved.").waitFor();
  await page.goBack();
  // The form of a version that is no longer the newest: whatever comes, nothing is lost and nothing breaks.
  await page.getByLabel("Why, and how?").fill("Two, and in the sun.");
  await press(page, "Save");
  assert.ok((await page.content()).includes("Two, and in the sun."), "what was typed is still there");
  await page.goto(`${base}/me`);
  assert.ok((await page.getByRole("link", { name: /benches at the bus stop/ }).count()) > 0);
  await page.goto(idea);
}

async function withdrawsIt({ page, judge, base }) {
  await page.getByRole("link", { name: "Withdraw your idea" }).click();
  await judge.look(page, "withdraw");
  await press(page, "Withdraw the idea");
  await judge.look(page, "withdraw with a mistake");
  await page.getByLabel("Why do you withdraw it?").fill("Somebody asked already.");
  await press(page, "Withdraw the idea");
  await judge.look(page, "withdrawn");
  const gone = page.url().split("?")[0];
  await page.goto(`${base}/ideas`);
  assert.equal(await page.getByRole("link", { name: /benches/ }).count(), 0);
  await page.goto(`${base}/me`);
  const again = await page.goto(gone);
  assert.ok(again.status() < 500);
}

async function signsOut({ page, judge, base }) {
  await page.goto(`${base}/me`);
  await judge.look(page, "own page at the end");
  await page.locator("form[action='/sign-out'] button").click();
  await judge.look(page, "signed out");
  await page.goBack();
  await page.goto(`${base}/me`);
  assert.equal(await heading(page), "Sign in");
  assert.equal((await page.goto(`${base}/ideas/1`)).status(), 410);
  await judge.look(page, "gone");
}
