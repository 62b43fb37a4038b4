// One answer, told from both sides: an officer's letter leads to the idea that waits longest, the answer is written, looked
// at and sent to a colleague, who says yes by their own letter; the citizen who has the idea open sees it arrive, and says
// later whether it happened. Told twice: with JavaScript, and without it. It counts what officers press and fill in, and
// holds the page to the same count, which it tells each of them in the end.

import assert from "node:assert/strict";

import { openBrowser, openWindow, setting } from "./lib.mjs";

// What a standard answer may take, of both officers together, from the letter's link to what everybody reads.
const INPUTS = 10;
const MINUTES = 5;
const REASONS = "A bench fits there, in the shade. We put it up in spring, and look after it.";
const TYPED = "And a second one on the other";
const STEP = "The bench stands by the pond";

export async function tellAnswer(t, scripts) {
  const browser = await openBrowser(t);
  const council = JSON.parse(setting("COUNCIL"));
  const [here, there] = [setting("BASE_URL"), setting("BASE_URL_2")];
  const people = {};
  for (const name of ["Pat", "Paz", "Ben"]) people[name] = await signedIn(browser, council.links[name], scripts);
  const told = { scripts, council, here, there, browser, hand: new Hand(), took: [], ...people };

  await looksAtTheIdea(told);
  await followsTheLetter(told);
  await writes(told);
  await isAloneWithIt(told);
  await looksAndAsks(told);
  await saysYes(told);
  t.diagnostic(`inputs from the letter to what everybody reads: ${told.hand.inputs}`);
  assert.ok(told.hand.inputs <= INPUTS, `${told.hand.inputs} inputs`);
  if (scripts) isWithinBounds(t, told.took);
  await seesTheAnswer(told);
  await setsAStep(told);
  await saysWhetherItHappened(told);
  for (const page of [told.Pat, told.Paz, told.Ben]) assert.deepEqual(page.mistakes, []);
}

// An officer's hand: everything that it presses or fills in counts.
class Hand {
  inputs = 0;

  async press(what) {
    this.inputs += 1;
    await what.click();
  }

  async fill(field, words) {
    this.inputs += 1;
    await field.fill(words);
  }
}

// What the page tells an officer that their part of it took; nothing without scripts.
async function noteEffort(page, { scripts, took }) {
  const line = page.locator("[data-fm-effort]");
  if (!scripts) return assert.equal(await line.isVisible(), false);
  await line.filter({ visible: true }).waitFor();
  const [, inputs, minutes] = (await line.innerText()).match(/^Fields and buttons that this took you: (\d+)\. Minutes, rounded up: (\d+)\.$/);
  took.push({ inputs: Number(inputs), minutes: Number(minutes) });
}

// By the page's own count. What the second officer did on this page before is theirs as well.
function isWithinBounds(t, took) {
  const sum = (what) => took.reduce((all, part) => all + part[what], 0);
  t.diagnostic(`by the page's own count: ${sum("inputs")} inputs, ${sum("minutes")} minutes at the most`);
  assert.ok(sum("inputs") <= INPUTS, `${sum("inputs")} inputs by the page's own count`);
  assert.ok(sum("minutes") <= MINUTES, `${sum("minutes")} minutes by the page's own count`);
}

async function signedIn(browser, link, javaScriptEnabled) {
  const page = await openWindow(browser, { javaScriptEnabled });
  await page.goto(link);
  await page.getByRole("button", { name: /sign in/i }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  return page;
}

// Opens the letters, and gives the newest one to this address that says all this.
async function letter(page, address, ...words) {
  await page.goto(setting("MAIL_URL"));
  const theirs = page.locator("article", { hasText: address });
  return words.reduce((found, said) => found.filter({ hasText: said }), theirs).first();
}

const answerForm = (page) => page.locator("form").filter({ has: page.getByRole("group", { name: "What the council answers" }) });

// Ben supports it. He has it open, and is in the middle of a sentence.
async function looksAtTheIdea({ Ben, council, there, scripts }) {
  await Ben.goto(`${there}${council.idea}`);
  assert.match(await Ben.locator("main").innerText(), /The council has promised an answer by/);
  assert.equal(await Ben.locator('[aria-pressed="true"]', { hasText: "Support" }).count(), 1);
  await Ben.getByText("Write a comment").click();
  await Ben.getByLabel("Your comment").filter({ visible: true }).fill(TYPED);
  if (scripts) await Ben.evaluate(() => (window.untouched = true));
}

// It is the idea at the top of the desk, too.
async function followsTheLetter({ Pat, council, here, hand }) {
  await Pat.goto(`${here}/desk`);
  assert.equal((await Pat.locator(".fm-entry__link").first().innerText()).trim(), council.title);
  const waits = await letter(Pat, "pat.lake@example.org", council.title);
  assert.match(await waits.innerText(), /The council has promised an answer by/);
  await hand.press(waits.getByRole("link", { name: /\/desk\/ideas\// }));
  assert.equal(await Pat.getByRole("heading", { level: 1 }).innerText(), council.title);
  const pack = await Pat.locator("main").innerText();
  for (const says of ["My mother turns back half way.", "Benches get broken there.", "Due in"]) assert.ok(pack.includes(says), pack);
}

// What is typed is kept by itself; without JavaScript there is a button. Either way it is there again.
async function writes({ Pat, scripts, hand }) {
  const form = answerForm(Pat);
  const kept = scripts && Pat.waitForResponse((answer) => answer.url().endsWith("/draft"));
  await hand.press(form.getByRole("radio", { name: "Yes", exact: true }));
  await hand.fill(form.getByLabel("Why", { exact: true }), REASONS);
  if (scripts) {
    assert.equal((await kept).status(), 204);
    await Pat.getByText("Draft saved.").waitFor();
    await Pat.reload();
  } else {
    await hand.press(form.getByRole("button", { name: "Save the draft" }));
    await Pat.getByText("The draft is saved.").waitFor();
  }
  assert.equal(await form.getByLabel("Why", { exact: true }).inputValue(), REASONS);
  assert.ok(await form.getByRole("radio", { name: "Yes", exact: true }).isChecked());
}

// A second window of the same officer has the draft; a colleague is told who is writing; a citizen sees nothing of it.
async function isAloneWithIt({ Pat, Paz, Ben, council, here, there, browser, scripts }) {
  const pack = new URL(Pat.url()).pathname;
  const tab = await Pat.context().newPage();
  await tab.goto(`${here}${pack}`);
  assert.equal(await answerForm(tab).getByLabel("Why", { exact: true }).inputValue(), REASONS);
  await tab.close();
  await Paz.goto(`${there}${pack}`);
  await Paz.getByText("Pat Lake is writing this answer").waitFor();
  await answerForm(Paz).getByLabel("Why", { exact: true }).fill("Mine instead.");
  await answerForm(Paz).getByRole("button", { name: "Save the draft" }).click();
  await Paz.getByRole("alert").waitFor();
  assert.equal(await answerForm(Paz).getByLabel("Why", { exact: true }).inputValue(), "Mine instead.", "what was typed is kept");
  const visitor = await openWindow(browser, { javaScriptEnabled: scripts });
  await visitor.goto(`${there}${council.idea}`);
  for (const page of [visitor, Ben]) assert.ok(!(await page.content()).includes(REASONS), "a draft is staff's");
  await visitor.context().close();
}

async function looksAndAsks({ Pat, hand, ...told }) {
  await hand.press(answerForm(Pat).getByRole("button", { name: "Preview" }));
  const preview = Pat.getByRole("region", { name: "As citizens will see it" });
  await preview.waitFor();
  assert.match(await preview.innerText(), /Yes.*Head of Parks.*A bench fits there, in the shade\./s);
  await hand.press(answerForm(Pat).getByRole("button", { name: "Ask for approval" }));
  await Pat.getByText("Your colleagues were asked to approve it.").waitFor();
  await noteEffort(Pat, told);
  if (told.scripts) assert.equal(told.took[0].inputs, hand.inputs, "the page counts what a hand does");
}

async function saysYes({ Paz, council, hand, ...told }) {
  const asks = await letter(Paz, "paz.dunn@example.org", "An answer waits for your yes", council.title);
  await hand.press(asks.getByRole("link", { name: /\/desk\/ideas\// }));
  await Paz.getByText("A colleague asks for your yes.").waitFor();
  assert.equal(await answerForm(Paz).getByLabel("Why", { exact: true }).inputValue(), REASONS);
  await hand.press(answerForm(Paz).getByRole("button", { name: "Approve and publish" }));
  await Paz.getByText("The answer is public.").waitFor();
  await noteEffort(Paz, told);
}

// With scripts it arrives, is said politely, and takes nothing out of anybody's hand. Without them it is there at the next look.
async function seesTheAnswer({ Ben, scripts }) {
  if (!scripts) await Ben.reload();
  const answer = Ben.getByRole("region", { name: /^The council’s answer$/ });
  await answer.getByText("A bench fits there, in the shade.").waitFor();
  assert.match(await answer.innerText(), /The council answered:\s*Yes\s*Head of Parks, Parks/);
  assert.equal(await Ben.locator("#standing").innerText(), "Planned");
  assert.match(await Ben.locator("#so-far").innerText(), /Answered by Parks/);
  if (!scripts) return;
  assert.ok(await Ben.evaluate(() => window.untouched), "the page was not loaded anew");
  assert.equal(await Ben.locator("[data-fm-say]").textContent(), "The council has just answered. The answer stands on this page now.");
  const focused = await Ben.evaluate(() => ({ name: document.activeElement.name, value: document.activeElement.value }));
  assert.deepEqual(focused, { name: "body", value: TYPED });
  assert.equal(await Ben.locator('[aria-pressed="true"]', { hasText: "Support" }).count(), 1, "his vote stands");
}

// The council says what will have happened, and then that it did.
async function setsAStep({ Pat, council, here }) {
  await Pat.goto(`${here}/desk/ideas/${council.number}`);
  const steps = Pat.getByRole("region", { name: "What happens when" });
  await steps.locator("summary", { hasText: "Set a step" }).click();
  await steps.getByLabel("What will have happened").fill(STEP);
  await steps.getByLabel("By which day").fill("2030-05-02");
  await steps.getByRole("button", { name: "Set a step" }).click();
  await Pat.getByText("The step is set.").waitFor();
  await steps.locator("summary", { hasText: "Say what came of it" }).click();
  await steps.getByRole("radio", { name: "Yes" }).check();
  await steps.getByLabel("In your words").fill("It stands since Monday.");
  await steps.getByRole("button", { name: "Say so" }).click();
  await Pat.getByText("its supporters are asked").waitFor();
}

// By the link in his letter, in one press; he may change his mind, and nobody else sees which it was.
async function saysWhetherItHappened({ Ben, council, browser, there }) {
  await openTheLetter(Ben, council.title);
  const step = Ben.getByRole("region", { name: "What happens when" });
  assert.match(await step.innerText(), /The council says: it happened\. It stands since Monday\./);
  await step.getByRole("button", { name: "Partly" }).click();
  await Ben.getByText("What you said is counted.").waitFor();
  assert.match(await step.innerText(), /Supporters say: 0 yes, 1 partly, 0 no\.[\s\S]*You said: Partly\./);
  const visitor = await openWindow(browser);
  await visitor.goto(`${there}${council.idea}`);
  const seen = await visitor.getByRole("region", { name: "What happens when" }).innerText();
  assert.match(seen, /1 partly/);
  assert.ok(!seen.includes("You said") && !seen.includes("Did it happen?"), seen);
  await visitor.context().close();
}

// News leave a moment after what they tell of.
async function openTheLetter(page, title) {
  for (let looks = 0; looks < 60; looks += 1) {
    const found = await letter(page, "ben.okafor@example.org", "Did it happen?", title);
    if (await found.count()) return found.getByRole("link", { name: /#milestones/ }).click();
    await page.waitForTimeout(250);
  }
  assert.fail("no letter asks him");
}
