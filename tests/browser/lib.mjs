// What every browser story stands on: one Chromium without network of its own, pages that fail on any error of theirs,
// and two judges: axe for accessibility, the Nu checker for HTML. Both must find nothing at all.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";

import { chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

// The widths that pages are judged at: a small phone, a tablet, a desk.
export const WIDTHS = [320, 768, 1280];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const COLOURS = ["color-contrast", "link-in-text-block"];

// axe as it goes into each page, thousands of times in a run: without its comments it is there in half the time.
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// What the Rust test said in the environment. A missing word is a mistake in the test, never a reason to skip.
export function setting(name) {
  const value = process.env[name];
  assert.ok(value, `${name} is not set: this script is run by a test in tests/it/browser`);
  return value;
}

function program() {
  // The shell is the same browser without the parts that need a screen, and takes a quarter less.
  const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];
  const known = [process.env.CHROMIUM, ...names.map((name) => `/usr/bin/${name}`)];
  const found = known.find((path) => path && existsSync(path));
  assert.ok(found, "Chromium is missing: `make test` installs it, or set CHROMIUM to its path");
  return found;
}

// One browser for a whole script. `t` is the test or suite that it ends with.
export async function openBrowser(t, more = []) {
  const browser = await chromium.launch({ executablePath: program(), args: [...FLAGS, ...more] });
  t.after(() => browser.close());
  return browser;
}

// A person's own window: its own cookies, its own errors. `options` are Playwright's, such as
// { javaScriptEnabled: false } or { viewport: { width: 320, height: 640 } }.
export async function openWindow(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.mistakes = [];
  page.on("pageerror", (error) => page.mistakes.push(`script: ${error.message}`));
  page.on("console", (message) => {
    // Told below with its address; and the status of the page itself is the story's to judge.
    const isStatus = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !isStatus) page.mistakes.push(`console: ${message.text()}`);
  });
  page.on("response", (answer) => {
    const isPage = answer.request().isNavigationRequest();
    if (answer.status() >= 400 && !isPage) page.mistakes.push(`request: ${answer.url()} answered ${answer.status()}`);
  });
  page.on("requestfailed", (request) => {
    // A window that moves on gives up what it was loading or listening to.
    const why = request.failure()?.errorText;
    if (why !== "net::ERR_ABORTED") page.mistakes.push(`request: ${request.url()} ${why}`);
  });
  return page;
}

// Judges the page as it stands: no error of its own, no violation at any width, no fault in its HTML as the browser has it.
export async function assertGood(page) {
  await assertAccessible(page);
  await assertValid(await page.content());
  assert.deepEqual(page.mistakes, [], `${page.url()} made mistakes`);
}

// WCAG 2.2 AA and axe's best practices, at every width, and nothing that must be scrolled sideways.
export async function assertAccessible(page, widths = WIDTHS) {
  const before = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    const told = await violations(page, width === widths[0]);
    assert.deepEqual(told, [], `${page.url()} at ${width} px: axe found violations`);
    await assertFits(page, width);
  }
  if (before) await page.setViewportSize(before);
}

// What axe finds in the page as it stands. For one rule, of how a screen may be held, it fetches every style sheet again: of a
// page whose sheets it has read it need not (`preload`).
export async function violations(page, preload = true) {
  return analysed(page, { type: "tag", values: TAGS }, preload);
}

// What it finds that is about colours.
export async function violationsOfColour(page) {
  return analysed(page, { type: "rule", values: COLOURS }, false);
}

// Only what is wrong is written out: describing every element that passed takes longer than judging it. Our pages hold no
// frames, so axe looks at the one document.
async function analysed(page, runOnly, preload) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const options = { runOnly, resultTypes: ["violations"], preload };
  const { violations } = await page.evaluate((options) => window.axe.run(document, options), options);
  return violations.map((v) => `${v.id}: ${v.help} (${v.nodes.map((node) => node.target.join(" ")).join(", ")})`);
}

// Nothing is wider than the window, which has this width.
export async function assertFits(page, width) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= width, `${page.url()} at ${width} px must be scrolled sideways: it is ${wide} px wide`);
}

// The Nu HTML checker: no error, no warning.
export async function assertValid(html) {
  const messages = await checkHtml(["-"], html);
  const told = messages.map((message) => `line ${message.lastLine}: ${message.message}`);
  assert.deepEqual(told, [], "the HTML checker found faults");
}

// The same for many pages by name: it takes one second to start, and then little for each.
export async function assertAllValid(pages) {
  const folder = await mkdtemp(path.join(tmpdir(), "folkmoot-html-"));
  try {
    const files = [...pages].map(([name, html]) => [path.join(folder, `${name.replaceAll(/[^a-z0-9]+/gi, "-")}.html`), html]);
    await Promise.all(files.map(([file, html]) => writeFile(file, html)));
    const messages = await checkHtml(files.map(([file]) => file));
    const told = messages.map(({ url, lastLine, message }) => `${path.basename(url ?? "")} line ${lastLine}: ${message}`);
    assert.deepEqual(told, [], "the HTML checker found faults");
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function checkHtml(files, html = "") {
  const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
  return new Promise((resolve, reject) => {
    const options = { maxBuffer: 64 << 20 };
    // People write in any language; the checker's guess at which is none of the page's faults.
    const words = ["-jar", jar, "--no-langdetect", "--format", "json", "--exit-zero-always", ...files];
    const child = execFile("java", words, options, (error, _out, told) => {
      if (error) return reject(error);
      try {
        resolve(JSON.parse(told).messages);
      } catch {
        reject(new Error(`the HTML checker said: ${told}`));
      }
    });
    child.stdin.end(html);
  });
}
