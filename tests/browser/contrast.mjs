// For who can't use our colours: forced colours, and more contrast, in light and dark. axe finds no colour to mend on the
// main pages, and what only colour and shape tell in the vote control can still be told.

import assert from "node:assert/strict";
import { test } from "node:test";

import { openBrowser, openWindow, setting, violationsOfColour } from "./lib.mjs";
import { signInAgain } from "./people.mjs";

const base = setting("BASE_URL");
const stage = JSON.parse(setting("STAGE"));

const WISHES = ["light", "dark"].flatMap((colorScheme) => [
  { colorScheme, forcedColors: "active" },
  { colorScheme, contrast: "more" },
]);

const PAGES = [
  "/",
  "/ideas",
  "/ideas?q=zeppelin",
  "/campaigns/open-question",
  stage.ideas.many,
  `${stage.ideas.many}?view=sides`,
  stage.outcomes.answered.declined,
  `${stage.ideas.edited}/history`,
  "/ideas/new",
  "/answers",
  "/departments",
  stage.outcomes.council.answered,
  "/sign-in",
  "/about",
  "/transparency",
  "/dev/components",
  "/me",
  "/me/account",
  `${stage.ideas.edited}/edit`,
];

test("no colour is hard to read for who asks for more contrast, or brings their own colours", async (t) => {
  const browser = await openBrowser(t);
  const storageState = await ana(browser);
  const wrong = [];
  for (const wish of WISHES) {
    const page = await openWindow(browser, { reducedMotion: "reduce", storageState, ...wish });
    for (const address of PAGES) {
      await page.goto(`${base}${address}`);
      for (const fault of await violationsOfColour(page)) wrong.push(`${address} (${JSON.stringify(wish)}): ${fault}`);
    }
    assert.deepEqual(page.mistakes, []);
    await page.context().close();
  }
  assert.deepEqual(wrong, []);
});

test("in forced colours and with more contrast a pressed vote and the tally can be told apart", async (t) => {
  const browser = await openBrowser(t);
  const storageState = await ana(browser);
  for (const wish of WISHES) {
    const page = await openWindow(browser, { reducedMotion: "reduce", storageState, ...wish });
    await page.goto(`${base}${stage.ideas.many}`);
    const { pressed, other, bar, paper } = await page.evaluate(seen);
    const contrast = (one, two) => ratio(onto(one, paper), onto(two, paper));
    const which = JSON.stringify(wish);
    assert.ok(contrast(pressed.ground, other.ground) >= 3, `${which}: a pressed vote ${pressed.ground} is like one that isn't ${other.ground}`);
    assert.notEqual(pressed.mark, other.mark, `${which}: its mark is another one`);
    for (const button of [pressed, other]) {
      assert.ok(contrast(button.ink, button.ground) >= 4.5, `${which}: ${button.ink} on ${button.ground}`);
    }
    assert.ok(contrast(bar.support, bar.rest) >= 3, `${which}: support ${bar.support} is like the rest ${bar.rest}`);
    await page.context().close();
  }
});

// What a window of Ana's holds, who supports the idea.
async function ana(browser) {
  const page = await openWindow(browser);
  await signInAgain(page, base, "ana@example.org");
  const storageState = await page.context().storageState();
  await page.context().close();
  return storageState;
}

// Runs in the page: the colours as they are drawn.
function seen() {
  const button = (which) => {
    const found = document.querySelector(`#vote .fm-vote__button[aria-pressed="${which}"]`);
    const style = getComputedStyle(found);
    return { ground: style.backgroundColor, ink: style.color, mark: getComputedStyle(found, "::before").content };
  };
  const bar = document.querySelector("#vote .fm-bar");
  const support = getComputedStyle(bar.querySelector(".fm-bar__support")).fill;
  const probe = document.body.appendChild(document.createElement("p"));
  probe.className = "fm-box";
  const paper = getComputedStyle(probe).backgroundColor;
  return { pressed: button(true), other: button(false), bar: { support, rest: getComputedStyle(bar).backgroundColor }, paper };
}

// A colour as it looks on the paper: the system's own may let that shine through.
function onto(colour, paper) {
  const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
  const below = paper.match(/[\d.]+/g).map(Number);
  return [red, green, blue].map((part, at) => part * alpha + below[at] * (1 - alpha));
}

// WCAG's contrast of two colours.
function ratio(one, two) {
  const [light, dark] = [luminance(one), luminance(two)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour) {
  const [r, g, b] = colour.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
