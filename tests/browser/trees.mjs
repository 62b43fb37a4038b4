// What a screen reader is given of the pages that people read and of every form, kept in golden files. UPDATE_GOLDEN=1
// writes them anew.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";

import { openBrowser, openWindow, setting } from "./lib.mjs";
import { press } from "./matrix.mjs";
import { signInAgain } from "./people.mjs";

const base = setting("BASE_URL");
const stage = JSON.parse(setting("STAGE"));
const council = stage.outcomes.council;
const GOLDEN = path.join(import.meta.dirname, "golden");

// The idea's address by its number alone.
const number = (address) => address.split("/").slice(0, 3).join("/");
const one = number(stage.ideas.one);

test("a visitor's screen reader is given the same as before", async (t) => {
  const page = await openWindow(await openBrowser(t));
  await compare(page, [
    ["idea", stage.ideas.one],
    ["idea-closed", stage.ideas.closed],
    ["idea-for-and-against", `${stage.ideas.one}?view=sides`],
    ["idea-promised-an-answer", council.owed],
    ["idea-answered", council.answered],
    ["answers", "/answers"],
    ["departments", "/departments"],
    ["ideas", "/ideas?campaign=support-question"],
    ["new-idea", "/ideas/new?campaign=open-question"],
    ["new-idea-with-errors", "/ideas/new", press("Sign in and post")],
    ["sign-in", "/sign-in"],
    ["code", "/sign-in/code"],
    ["comment", `${one}/comments/new`],
    ["reply", `${one}/comments/1/reply`],
    ["report", `${stage.ideas.one}/report`],
  ]);
});

test("and so is an officer's, who writes an answer", async (t) => {
  const page = await openWindow(await openBrowser(t));
  await page.goto(council.links.Pat);
  await page.getByRole("button", { name: /sign in/i }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  await compare(page, [
    ["desk", "/desk"],
    ["pack", council.packs["with everything"]],
    ["pack-with-errors", council.packs.late, press("Ask for approval")],
  ]);
});

test("and so is that of somebody who has no name yet", async (t) => {
  const page = await openWindow(await openBrowser(t));
  await page.goto(stage.newcomer);
  await page.getByRole("button", { name: /sign in/i }).click();
  await page.waitForURL(/welcome/);
  await compare(page, [["welcome", "/welcome"]]);
});

test("and that of somebody who is signed in", async (t) => {
  const page = await openWindow(await openBrowser(t));
  await signInAgain(page, base, "ana@example.org");
  await compare(page, [
    ["idea-voted", stage.ideas.one],
    ["idea-did-it-happen", council.answered],
    ["ideas-voted", "/ideas?q=bus+stop"],
    ["edit-comment", `${one}/comments/1/edit`],
    ["delete-comment", `${one}/comments/1/delete`],
    ["edit-idea", `${stage.ideas.edited}/edit`],
    ["withdraw", `${stage.ideas.edited}/withdraw`],
    ["tokens", "/me/tokens"],
    ["delete-account", "/me/delete"],
  ]);
});

// Each: its name, its address, and what is done there first. All that differs is told at once.
async function compare(page, pages) {
  const differs = [];
  for (const [name, address, act] of pages) {
    await page.goto(`${base}${address}`);
    if (act) await act(page);
    const tree = plain(await page.locator("body").ariaSnapshot());
    const file = path.join(GOLDEN, `${name}.yml`);
    if (process.env.UPDATE_GOLDEN) {
      await mkdir(GOLDEN, { recursive: true });
      await writeFile(file, tree);
    }
    assert.ok(existsSync(file), `there is no ${file}: UPDATE_GOLDEN=1 writes it`);
    if (tree !== (await readFile(file, "utf8"))) differs.push(`${name}:\n${tree}`);
  }
  assert.equal(differs.join("\n"), "", "this reads differently: UPDATE_GOLDEN=1 writes it anew");
}

// Without what changes from run to run: days, ports, secrets; and how far off a day is, which weekends and midnights change.
function plain(tree) {
  return `${tree
    .replaceAll(base, "BASE")
    .replaceAll(/\d{1,2} [A-Z][a-z]+ 20\d\d( at \d{1,2}:\d\d)?/g, "DATE")
    .replaceAll(/\bDue (?:in \d+ working days?, on|today,) DATE/g, "Due DAY")
    .replaceAll(/\bby DATE, (?:in \d+ working days?|today)\b/g, "by DAY")
    .replaceAll(/\bwaiting (?:since today|\d+ days?)\b/g, "waiting SPAN")
    .replaceAll(/\b(?:The same day|\d+ days?)(?=")/g, "SPAN")
    .replaceAll(/\b[0-9a-f]{32}\b/g, "ID")}\n`;
}
