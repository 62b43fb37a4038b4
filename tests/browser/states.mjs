// The matrix: what a visitor and what a citizen come to, page by page and state by state.

import assert from "node:assert/strict";
import { test } from "node:test";

import { openBrowser, openWindow, setting } from "./lib.mjs";
import { look } from "./matrix.mjs";

const base = setting("BASE_URL");
const stage = JSON.parse(setting("STAGE"));

const IDEAS = Object.entries(stage.ideas);

// Each is a test of its own, because together they take minutes.
const looks = { visitor, welsh, citizen };
test(`what a ${setting("WHO")} sees`, looks[setting("WHO")]);

async function visitor(t) {
  const browser = await openBrowser(t);
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
    ...IDEAS.map(([name, path]) => [`idea, ${name}`, path]),
    ["idea, for and against", `${stage.ideas.many}?view=sides`],
    ["idea, oldest first", `${stage.ideas.many}?order=oldest`],
    ["history", `${stage.ideas.edited}/history`],
    ["withdrawn", stage.withdrawn, 410],
    ["held", stage.held, 404],
    ["hidden", stage.hidden, 404],
    ["nowhere", "/nowhere", 404],
    ["report", `${stage.ideas.many}/report`],
    ["new idea", "/ideas/new"],
    ["sign in", "/sign-in"],
    ["code", "/sign-in/code"],
    ["unknown link", "/sign-in/link/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"],
    ["profile", stage.profile],
    ["components", "/dev/components"],
    ["letters", "/dev/mail"],
    ["offline", "/offline"],
    ...["about", "guidelines", "privacy", "cookies", "accessibility", "transparency"].map((name) => [name, `/${name}`]),
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
    ["nowhere", "/cy/nowhere", 404],
  ];
  await look(browser, base, pages);
}

async function citizen(t) {
  const browser = await openBrowser(t);
  const window = await openWindow(browser);
  await window.goto(stage.link);
  await window.getByRole("button", { name: /sign in/i }).click();
  assert.deepEqual(window.mistakes, []);
  const storageState = await window.context().storageState();
  const pages = [
    ["home", "/"],
    ["ideas", "/ideas"],
    ["own ideas", "/ideas?mine=yes"],
    ["idea voted on", stage.ideas.many],
    ["idea of one's own", stage.ideas.edited],
    ["held", stage.held],
    ["hidden", stage.hidden],
    ["withdrawn", stage.withdrawn],
    ["edit", `${stage.ideas.edited}/edit`],
    ["withdraw", `${stage.ideas.edited}/withdraw`],
    ["new idea", "/ideas/new"],
    ["own page", "/me"],
    ["own votes", "/me/votes"],
    ["own comments", "/me/comments"],
    ["delete the account", "/me/delete"],
    ["own page in Welsh", "/cy/me"],
  ];
  await look(browser, base, pages, storageState);
}
