// What the first view of each public page costs on the line, in a table: HTML at most 15 KB, everything at most 45 KB, at
// most 6 requests, none of them to anybody else.

import assert from "node:assert/strict";
import { test } from "node:test";

import { publicPages } from "./addresses.mjs";
import { openBrowser, openWindow, setting } from "./lib.mjs";

const HTML = 15 * 1024;
const ALL = 45 * 1024;
const REQUESTS = 6;

const base = setting("BASE_URL");
const stage = JSON.parse(setting("STAGE"));
const { kinds, alike, gone } = publicPages(stage);
const PAGES = [...kinds, ...alike, ...gone];

test("the first view of every public page is small", async (t) => {
  const browser = await openBrowser(t);
  const over = [];
  t.diagnostic(`${"page".padEnd(44)} ${"HTML".padStart(8)} ${"all".padStart(8)}  requests   (bytes, compressed)`);
  for (const path of PAGES) {
    const { html, all, requests, strangers } = await weigh(browser, path);
    t.diagnostic(`${path.padEnd(44)} ${String(html).padStart(8)} ${String(all).padStart(8)}  ${requests}`);
    if (html > HTML || all > ALL || requests > REQUESTS || strangers.length > 0) over.push({ path, html, all, requests, strangers });
  }
  assert.deepEqual(over, []);
});

// A browser that was never here before. The line of live numbers is no part of the first view: it carries nothing yet.
async function weigh(browser, path) {
  const page = await openWindow(browser, { viewport: { width: 390, height: 800 } });
  const line = await page.context().newCDPSession(page);
  await line.send("Network.enable");
  const urls = new Map();
  const sizes = new Map();
  line.on("Network.requestWillBeSent", ({ requestId, request }) => urls.set(requestId, request.url));
  line.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength));
  await page.goto(`${base}${path}`, { waitUntil: "load" });
  await page.waitForTimeout(300);
  const seen = [...urls].filter(([, url]) => !url.startsWith("data:") && !url.includes("/live?"));
  const html = seen.find(([, url]) => url === `${base}${path}`);
  const result = {
    html: sizes.get(html?.[0]) ?? 0,
    all: seen.reduce((sum, [id]) => sum + (sizes.get(id) ?? 0), 0),
    requests: seen.length,
    strangers: seen.map(([, url]) => url).filter((url) => !url.startsWith(base)),
  };
  assert.ok(result.html > 0, `${path} was not weighed`);
  await page.context().close();
  return result;
}
