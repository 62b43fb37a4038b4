// The real records of UK petitions as people read them: what the Government responded stands as an answer, with its outcome,
// who gave it, when, and where it is from; what was refused is public nowhere, and moderators read why. Nothing of how text is
// written down is left in the words: no tag, no entity, no mark of Markdown.

import assert from "node:assert/strict";
import { test } from "node:test";

import { openBrowser, openWindow, setting, WIDTHS } from "./lib.mjs";
import { look } from "./matrix.mjs";
import { signedIn } from "./people.mjs";

const base = setting("BASE_URL");

// They have their numbers in the order in which they were written: the second and the last got a response.
const CANNABIS = "/ideas/2";
const ARTS = "/ideas/5";
const LORDS = "/ideas/4";
const LOG = "/transparency/decisions";

test("what was responded looks right, and so does where it is listed", async (t) => {
  const pages = [
    ["a response", CANNABIS],
    ["another response", ARTS],
    ["answers", "/answers"],
    ["the question", "/campaigns/petitions"],
    ["what was refused, to everybody", LORDS, 404],
    ["the public log", LOG],
  ];
  await look(await openBrowser(t), base, pages);
});

test("a response reads as an answer", async (t) => {
  const page = await openWindow(await openBrowser(t));
  await page.goto(`${base}${CANNABIS}`);
  assert.match(await page.getByRole("heading", { level: 1 }).innerText(), /^Make the production, sale and use of cannabis legal/);
  assert.equal(await page.locator("#standing").innerText(), "Declined");
  const answer = page.getByRole("region", { name: "The council’s answer", exact: true });
  await says(page, answer, [
    "The council answered: No",
    "Official response, Home Office",
    "25 August 2015",
    "There are no plans to legalise cannabis as it would not address the harm to individuals and communities.",
    "cannabis use amongst young adults aged 16-24 and young people aged 11-15 following a similar pattern.",
    "From petition 104349, under the Open Government Licence v3.0.",
    "“no” was read from the words “no plans to”",
  ]);
  const source = answer.getByRole("link", { name: "petition 104349" });
  assert.equal(await source.getAttribute("href"), "https://petition.parliament.uk/petitions/104349");
  await says(page, page.locator("#so-far"), ["Answered by Home Office"]);
  await says(page, page.locator("main"), ["Legalising cannabis could bring in £900m in taxes every year"]);

  await page.goto(`${base}${ARTS}`);
  await says(page, page.getByRole("region", { name: "The council’s answer", exact: true }), [
    "The council answered: No",
    "Official response, Department for Education",
    "11 February 2016",
    "a consultation on the plans for implementation ran from 3 November to 29 January.",
    "at key stage 4, the Government does not believe it is right that every student should have to study an arts subject",
    "From petition 111731, under the Open Government Licence v3.0.",
  ]);
  assert.deepEqual(page.mistakes, []);
});

test("lists say the same in short", async (t) => {
  const page = await openWindow(await openBrowser(t));
  await page.goto(`${base}/answers`);
  const lines = page.locator(".fm-answers__one");
  assert.equal(await lines.count(), 2);
  await says(page, lines.filter({ hasText: "cannabis" }), [
    "The council answered: No",
    "Make the production, sale and use of cannabis legal.",
    "Substantial scientific evidence shows cannabis is a harmful drug that can damage human health.",
    "Home Office 25 August 2015",
  ]);
  await says(page, lines.filter({ hasText: "Ebacc" }), ["The council answered: No", "Department for Education 11 February 2016"]);
  await page.goto(`${base}/campaigns/petitions`);
  await says(page, page.locator("main"), [
    "What did people ask the UK Government and Parliament to do?",
    "Contains public sector information licensed under the Open Government Licence v3.0.",
    "Include expressive arts subjects in the Ebacc",
  ]);
  await page.goto(`${base}${LOG}`);
  await says(page, page.locator("tbody tr", { hasText: "Idea 4" }), ["23 July 2015", "Not published", "There already"]);
  assert.deepEqual(page.mistakes, []);
});

test("a moderator reads why something was refused", async (t) => {
  const browser = await openBrowser(t);
  const storageState = await signedIn(browser, setting("MODERATOR"));
  await look(browser, base, [["what was refused, to a moderator", LORDS]], storageState);
  const page = await openWindow(browser, { storageState });
  await page.goto(`${base}${LORDS}`);
  assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), "Abolish the House of Lords");
  assert.equal(await page.locator("#standing").innerText(), "Not published");
  await says(page, page.locator("main"), [
    "A moderator did not publish this (23 July 2015).",
    "Why: There already. Our rule: One idea, one place.",
    "We cannot accept duplicate petitions. We think this petition is similar to yours:",
    "https://petition.parliament.uk/petitions/104594",
    "spend £77k a year on wine",
  ]);
  assert.deepEqual(page.mistakes, []);
});

// All of this stands there at every width, and in words.
async function says(page, part, wanted) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const words = (await part.innerText()).replaceAll(/\s+/g, " ");
    for (const said of wanted) assert.ok(words.toLowerCase().includes(said.toLowerCase()), `${page.url()}, ${width} px: «${said}» is not in: ${words}`);
    for (const [what, sign] of REMNANTS) assert.doesNotMatch(words, sign, `${page.url()}, ${width} px: ${what} is left`);
  }
}

const REMNANTS = [
  ["a tag", /<\/?[a-z][^>]*>/i],
  ["an entity", /&(#\d+|#x[\da-f]+|[a-z]+);/i],
  ["emphasis", /\*\*|(^|\s)[*_]\S|\S[*_](\s|$)/],
  ["a link", /\]\(|\]\[/],
  ["a variable", /\{\{|\{ ?\$/],
];
