// Pictures of the main pages for docs/: a phone and a desk, light; and the front page and an idea in the dark. `make
// pictures` takes them of a running demonstration at BASE_URL; SIGN_IN is its link for a citizen.

import { mkdir } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";

import { openBrowser, openWindow, setting } from "./lib.mjs";

const base = setting("BASE_URL");
const FOLDER = path.join(import.meta.dirname, "../../docs/pictures");
const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 860 } };

test("pictures", async (t) => {
  await mkdir(FOLDER, { recursive: true });
  const browser = await openBrowser(t);
  const first = await openWindow(browser);
  await first.goto(setting("SIGN_IN"));
  await first.getByRole("button", { name: /sign in/i }).click();
  const storageState = await first.context().storageState();
  await first.goto(`${base}/ideas?order=most-supported`);
  const idea = await first.locator(".fm-card__title a").first().getAttribute("href");
  await first.goto(`${base}/ideas?campaign=anything-else&order=most-supported`);
  const discussed = await first.locator(".fm-card__title a").first().getAttribute("href");

  const pages = [
    ["home", "/"],
    ["ideas", "/ideas"],
    ["campaign", "/campaigns/bowling-green-2050"],
    ["idea", idea],
    ["discussion", `${discussed}#comments`],
    ["for-and-against", `${discussed}?view=sides#comments`],
    ["new-idea", "/ideas/new"],
    ["sign-in", "/sign-in"],
    ["own-page", "/me", storageState],
    ["about", "/about"],
  ];
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const [name, address, state] of pages) await take(browser, `${name}-${size}`, address, { viewport, storageState: state });
  }
  for (const [name, address] of [pages[0], pages[3]]) {
    await take(browser, `${name}-dark-desk`, address, { viewport: SIZES.desk, colorScheme: "dark" });
  }
});

async function take(browser, name, address, options) {
  const page = await openWindow(browser, { reducedMotion: "reduce", ...options });
  await page.goto(`${base}${address}`);
  await page.waitForTimeout(200);
  await page.screenshot({ path: path.join(FOLDER, `${name}.jpg`), type: "jpeg", quality: 82 });
  await page.context().close();
}
