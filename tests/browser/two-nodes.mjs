// Two people at two nodes look at the same idea: what one presses, the other sees within a second, and hears it said
// politely. Without JavaScript the number is right at the next look.

import assert from "node:assert/strict";
import { test } from "node:test";

import { openBrowser, openWindow, setting } from "./lib.mjs";
import { signIn, votes, writeIdea } from "./people.mjs";

const SUPPORT = /^Support/;
const OPPOSE = /^Oppose/;
const SECOND = 1000;

// Presses a button in one window; says how many milliseconds it took until another one shows the number.
async function pressAndSee(window, which, other, expected) {
  const seen = other.getByRole("button", { name: which }).locator(".fm-vote__count").filter({ hasText: RegExp(`^${expected}$`) });
  const start = performance.now();
  await window.getByRole("button", { name: which }).click();
  await seen.waitFor({ timeout: 10 * SECOND });
  return performance.now() - start;
}

async function listens(page) {
  return page.waitForResponse((answer) => answer.url().includes("/live?"));
}

test("votes at one node move the numbers at the other within a second", async (t) => {
  const browser = await openBrowser(t);
  const [here, there] = [setting("BASE_URL"), setting("BASE_URL_2")];
  assert.notEqual(here, there, "two nodes");
  const ana = await openWindow(browser);
  const ben = await openWindow(browser);
  const plain = await openWindow(browser, { javaScriptEnabled: false });

  await writeIdea(ana, here, "A bench at the bus stop", "People wait there for twenty minutes.");
  await signIn(ana, "Ana Ruiz");
  const path = new URL(ana.url()).pathname;
  await ana.goto(`${here}${path}`);
  await ben.goto(`${there}/sign-in?next=${path}`);
  await signIn(ben, "Ben Okafor");
  const listening = listens(ben);
  await ben.goto(`${there}${path}`);
  await listening;
  await plain.goto(`${there}${path}`);
  assert.equal(await votes(plain, SUPPORT), 0);

  // One there and back first: it wakes whatever is used for the first time, as a council's first visitor does.
  await pressAndSee(ana, SUPPORT, ben, 1);
  await pressAndSee(ana, SUPPORT, ben, 0);
  const took = [
    await pressAndSee(ana, SUPPORT, ben, 1),
    await pressAndSee(ben, SUPPORT, ana, 2),
    await pressAndSee(ana, OPPOSE, ben, 1),
    await pressAndSee(ben, SUPPORT, ana, 0),
  ].map(Math.round);
  t.diagnostic(`milliseconds from a press to the other node's page: ${took.join(", ")}`);
  assert.ok(Math.max(...took) <= SECOND, `too slow: ${took.join(", ")} ms`);
  assert.deepEqual([await votes(ben, SUPPORT), await votes(ben, OPPOSE)], [0, 1]);

  const status = ben.locator("[data-fm-say]");
  assert.equal(await status.getAttribute("role"), "status", "said politely");
  // What ben does himself is said at once. What ana does is said when its turn comes, once the page has settled.
  assert.match(await status.textContent(), /Your vote is taken back/);
  await ben.waitForTimeout(3 * SECOND);
  await pressAndSee(ana, SUPPORT, ben, 1);
  await status.filter({ hasText: "1 in support, 0 against." }).waitFor({ state: "attached", timeout: 10 * SECOND });
  assert.equal(await ben.getByRole("button", { name: SUPPORT }).getAttribute("aria-pressed"), "false", "ben's own vote is his");

  await plain.reload();
  assert.deepEqual([await votes(plain, SUPPORT), await votes(plain, OPPOSE)], [1, 0]);
  for (const page of [ana, ben, plain]) assert.deepEqual(page.mistakes, []);
});
