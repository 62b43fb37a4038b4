// The matrix: what a visitor and what a citizen come to, page by page and state by state.

import assert from "node:assert/strict";
import { test } from "node:test";

import { openBrowser, openWindow, setting } from "./lib.mjs";
import { follow, look, press } from "./matrix.mjs";
import { signedIn } from "./people.mjs";
import { admin, moderator, officer } from "./states-staff.mjs";

const base = setting("BASE_URL");
const stage = JSON.parse(setting("STAGE"));

const IDEAS = Object.entries(stage.ideas);
const ANSWERED = Object.entries(stage.outcomes.answered);
const COUNCIL = stage.outcomes.council;

// What only goes wrong when something is: the demonstration shows the same page.
const TROUBLES = [403, 413, 429, 500, 503];

// The idea's address by its number alone.
const number = (path) => path.split("/").slice(0, 3).join("/");

// Asks for a code, each time for another address, and types wrong ones.
let asked = 0;
function wrongCodes(times, start = "/sign-in") {
  return async (page) => {
    const guesser = `guesser${(asked += 1)}@example.org`;
    await page.goto(`${base}${start}`);
    await page.locator("input[name=email]").fill(guesser);
    await press(/email|e-bost/i)(page);
    let answer;
    for (let tries = 0; tries < times; tries += 1) {
      await page.locator("input[name=code]").fill("000000");
      answer = await press(/^(Sign in|Mewngofnodi)$/)(page);
    }
    return answer;
  };
}

// Types a text, and opens the page anew.
async function typeAndReload(page) {
  await page.locator("main textarea").fill("Shade is what people ask for most.");
  return page.reload();
}

// Follows the link that stops letters, out of a letter to somebody who supports an answered idea. Letters leave a moment
// after what they tell of.
async function stopLink(browser) {
  const page = await openWindow(browser);
  for (let looks = 0; looks < 100; looks += 1) {
    await page.goto(`${base}/dev/mail`);
    const link = page.locator("article", { hasText: "ben.okafor@example.org" }).locator("a[href*='/unsubscribe/']").first();
    if (await link.count()) {
      const path = new URL(await link.getAttribute("href")).pathname;
      await page.context().close();
      return path;
    }
    await page.waitForTimeout(100);
  }
  return assert.fail("no letter can be stopped");
}

// How often a code may be wrong.
const TRIES = 10;

// Each is a test of its own, because together they take minutes.
const looks = { visitor, welsh, citizen, newcomer, officer, moderator, admin, author };
test(`what a ${setting("WHO")} sees`, looks[setting("WHO")]);

async function visitor(t) {
  const browser = await openBrowser(t);
  const stop = await stopLink(browser);
  const pages = [
    ["home", "/"],
    ["ideas", "/ideas"],
    ["ideas, newest", "/ideas?order=newest"],
    ["ideas of one question", "/ideas?campaign=open-question"],
    ["ideas found", "/ideas?q=bench"],
    ["ideas, none fits", "/ideas?q=zeppelin"],
    ["campaign", "/campaigns/open-question"],
    ["campaign, closed", "/campaigns/closed-question"],
    ["campaign, no idea yet", "/campaigns/empty-question"],
    ["campaign, not open yet", stage.outcomes["to come"]],
    ["ideas, too short to search", "/ideas?q=a"],
    ["ideas, too long to search", `/ideas?q=${"bench+".repeat(30)}`],
    ...IDEAS.map(([name, path]) => [`idea, ${name}`, path]),
    ...ANSWERED.map(([name, path]) => [`idea, ${name}`, path]),
    ["idea, merged", stage.outcomes.merged],
    ["idea, with supporters of another", stage.outcomes["merged into"]],
    ["ideas, page 2", "/ideas", 200, follow("Next page")],
    ["idea, comments on page 2", stage.ideas.many, 200, follow("Next page")],
    ["idea, for and against", `${stage.ideas.many}?view=sides`],
    ["vote", `${stage.ideas.many}/vote`],
    ["comment", `${number(stage.ideas.many)}/comments/new`],
    ["comment, with a mistake", `${number(stage.ideas.many)}/comments/new`, 422, press("Sign in and post")],
    ["comment, typed before", `${number(stage.ideas.many)}/comments/new`, 200, typeAndReload],
    ["reply", `${number(stage.ideas.many)}/comments/1/reply`],
    ["report of a comment", `${number(stage.ideas.many)}/comments/1/report`],
    ["report, with mistakes", `${stage.ideas.many}/report`, 422, press("Send")],
    ["report, received", stage.receipt],
    ["idea, oldest first", `${stage.ideas.many}?order=oldest`],
    ["history", `${stage.ideas.edited}/history`],
    ["withdrawn", stage.withdrawn, 410],
    ["held", stage.held, 404],
    ["hidden", stage.hidden, 404],
    ["nowhere", "/nowhere", 404],
    ["report", `${stage.ideas.many}/report`],
    ["new idea", "/ideas/new"],
    ["new idea, with mistakes", "/ideas/new", 422, press("Sign in and post")],
    ["sign in", "/sign-in"],
    ["sign in, with a mistake", "/sign-in", 422, press("Send the email")],
    ...TROUBLES.map((status) => [`trouble ${status}`, `/dev/trouble/${status}`, status]),
    ["code", "/sign-in/code"],
    ["code, wrong", "/sign-in", 422, wrongCodes(1)],
    ["code, wrong too often", "/sign-in", 422, wrongCodes(TRIES)],
    ["used link", new URL(stage.outcomes["used link"]).pathname],
    ["late link", new URL(stage.outcomes["late link"]).pathname],
    ["unknown link", "/sign-in/link/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"],
    ["profile", stage.profile],
    ["profile, comments", `${stage.profile}?what=comments`],
    ["profile of somebody who said nothing", stage.outcomes.silent, 404],
    ["past guidelines", "/guidelines/1"],
    ["components", "/dev/components"],
    ["letters", "/dev/mail"],
    ["offline", "/offline"],
    ...["about", "guidelines", "privacy", "cookies", "accessibility", "transparency"].map((name) => [name, `/${name}`]),
    ["the public log", "/transparency/decisions"],
    ["answers", "/answers"],
    ["answers, none fits", "/answers?outcome=no"],
    ["departments", "/departments"],
    ["department", COUNCIL.department],
    ["how dates are worked out", "/promises"],
    ["idea, promised an answer", COUNCIL.owed],
    ["idea, answered", COUNCIL.answered],
    ["what an answer said before", COUNCIL.history],
    ["stop letters", stop],
    ["letters about an idea stopped", stop, 200, press("Stop letters about this idea")],
    ["all letters stopped", stop, 200, press("Stop all letters about ideas")],
  ];
  await look(browser, base, pages);
}

async function welsh(t) {
  const browser = await openBrowser(t);
  const pages = [
    ["home", "/cy"],
    ["ideas", "/cy/ideas"],
    ["idea", `/cy${stage.ideas.many}`],
    ["new idea", "/cy/ideas/new"],
    ["sign in", "/cy/sign-in"],
    ["about", "/cy/about"],
    ["new idea, with mistakes", "/cy/ideas/new", 422, press("Mewngofnodi a phostio")],
    ["campaign", "/cy/campaigns/open-question"],
    ["campaign, not open yet", `/cy${stage.outcomes["to come"]}`],
    ["idea, done", `/cy${stage.outcomes.answered.done}`],
    ["idea, with supporters of another", `/cy${stage.outcomes["merged into"]}`],
    ["profile", `/cy${stage.profile}`],
    ["history", `/cy${stage.ideas.edited}/history`],
    ["report", `/cy${stage.ideas.many}/report`],
    ["report, with mistakes", `/cy${stage.ideas.many}/report`, 422, press("Anfon yr adroddiad")],
    ["report, received", `/cy${stage.receipt}`],
    ["comment", `/cy${number(stage.ideas.many)}/comments/new`],
    ["comment, with a mistake", `/cy${number(stage.ideas.many)}/comments/new`, 422, press("Mewngofnodi a phostio")],
    ["reply", `/cy${number(stage.ideas.many)}/comments/1/reply`],
    ["code, wrong", "/cy/sign-in", 422, wrongCodes(1, "/cy/sign-in")],
    ["withdrawn", `/cy${stage.withdrawn}`, 410],
    ["offline", "/cy/offline"],
    ...["guidelines", "privacy", "cookies", "accessibility", "transparency"].map((name) => [name, `/cy/${name}`]),
    ["the public log", "/cy/transparency/decisions"],
    ...TROUBLES.map((status) => [`trouble ${status}`, `/cy/dev/trouble/${status}`, status]),
    ["nowhere", "/cy/nowhere", 404],
    ["answers", "/cy/answers"],
    ["departments", "/cy/departments"],
    ["how dates are worked out", "/cy/promises"],
    ["idea, answered", `/cy${COUNCIL.answered}`],
    ["what an answer said before", `/cy${COUNCIL.history}`],
    ["letters about an idea stopped", `/cy${await stopLink(browser)}`, 200, press("Atal llythyrau am y syniad hwn")],
  ];
  await look(browser, base, pages);
}

async function newcomer(t) {
  const browser = await openBrowser(t);
  const storageState = await signedIn(browser, stage.newcomer);
  const pages = [
    ["welcome", "/welcome"],
    ["welcome, with a mistake", "/welcome", 422, press("Continue")],
    ["own page of nobody's name", "/me"],
    ["a draft", stage.draft],
    ["a draft that couldn't be finished", `${stage.draft}?why=closed`],
    ["no ideas", "/me/ideas"],
    ["no votes", "/me/votes"],
    ["no comments", "/me/comments"],
  ];
  await look(browser, base, pages, storageState);
}

async function citizen(t) {
  const browser = await openBrowser(t);
  const storageState = await signedIn(browser, stage.link);
  const pages = [
    ["home", "/"],
    ["ideas", "/ideas"],
    ["own ideas", "/ideas?mine=yes"],
    ["idea voted on", stage.ideas.many],
    ["idea of one's own", stage.ideas.edited],
    ["idea, asked whether it happened", COUNCIL.answered],
    ["held", stage.held],
    ["hidden", stage.hidden],
    ["withdrawn", stage.withdrawn],
    ["edit", `${stage.ideas.edited}/edit`],
    ["withdraw", `${stage.ideas.edited}/withdraw`],
    ["new idea", "/ideas/new"],
    ["own page", "/me"],
    ["own ideas by themselves", "/me/ideas"],
    ["account", "/me/account"],
    ["account, with a mistake", "/me/account", 422, async (page) => {
      await page.getByLabel("Your name on this site").fill("");
      return press("Change the name")(page);
    }],
    ["sessions", "/me/sessions"],
    ["tokens", "/me/tokens"],
    ["tokens, with a mistake", "/me/tokens", 422, press("Make a token")],
    ["comment", `${number(stage.ideas.one)}/comments/new`],
    ["edit a comment", `${number(stage.ideas.one)}/comments/1/edit`],
    ["delete a comment", `${number(stage.ideas.one)}/comments/1/delete`],
    ["somebody else's idea to edit", `${stage["another's"]}/edit`, 403],
    ["edit, with a mistake", `${stage.ideas.edited}/edit`, 422, async (page) => {
      await page.getByLabel("What should change?").fill("No");
      return press("Save")(page);
    }],
    ["withdraw, with a mistake", `${stage.ideas.edited}/withdraw`, 422, press("Withdraw the idea")],
    ["own votes", "/me/votes"],
    ["own comments", "/me/comments"],
    ["delete the account", "/me/delete"],
    ["own page in Welsh", "/cy/me"],
    ...["ideas", "votes", "comments", "account", "sessions", "tokens", "delete"].map((name) => [`${name} in Welsh`, `/cy/me/${name}`]),
    ["edit a comment in Welsh", `/cy${number(stage.ideas.one)}/comments/1/edit`],
    ["edit in Welsh", `/cy${stage.ideas.edited}/edit`],
  ];
  await look(browser, base, pages, storageState);
}

// What is said to whoever a decision is about, and to whoever reported.
async function author(t) {
  const browser = await openBrowser(t);
  const cases = JSON.parse(setting("CASES"));
  const storageState = await signedIn(browser, cases.author);
  const pages = [
    ["hidden, and told why", cases.told],
    ["hidden, and appealed", cases.appealed],
    ["decision", cases.decision],
    ["decision, appealed", cases["appealed decision"]],
    ["appeal", `${cases.decision}/appeal`],
    ["appeal, with a mistake", `${cases.decision}/appeal`, 422, press("Ask for another look")],
    ["report, answered", cases.receipt],
    ...["acted", "gone", "appealed", "upheld", "overturned", "of a name"].map((name) => [`report, ${name}`, cases[`receipt, ${name}`]]),
    ["appeal of a report", cases["appeal of a report"]],
    ["appeal of a report, with a mistake", cases["appeal of a report"], 422, press("Ask for another look")],
  ];
  await look(browser, base, pages, storageState);
  await suspended(browser, cases);
}

// Somebody who may not post for some days.
async function suspended(browser, cases) {
  const storageState = await signedIn(browser, cases.suspended);
  const pages = [
    ["own page, suspended", "/me"],
    ["an idea of somebody who is suspended", "/ideas/new", 403, async (page) => {
      await page.getByLabel("What should change?").fill("A ramp at the town hall");
      await page.getByLabel("Why, and how?").fill("The steps keep people out of it.");
      await page.getByLabel("How should our high street look in ten years?").check();
      return press("Post the idea")(page);
    }],
  ];
  await look(browser, base, pages, storageState);
}
