// Judges every state that a story comes to: at once what the browser sees, and at the end all HTML in one go, because the
// HTML checker is slow to start. Works for windows without JavaScript too, where axe can't run in the page itself.

import assert from "node:assert/strict";

import { assertAccessible, assertAllValid, assertFits, openWindow } from "./lib.mjs";

const FITS = [320, 390, 1280];

export class Judge {
  #seen = new Map();
  #aside;
  #widths;

  // `widths` are those that axe looks at.
  constructor(browser, widths) {
    this.#widths = widths;
    this.#aside = openWindow(browser);
  }

  // Judges the page as it stands. `name` says which state it is.
  // `here` judges the very page: what stands on top of everything (an open dialog) does so nowhere else.
  async look(page, name, here = false) {
    assert.ok(!this.#seen.has(name), `${name} was judged already`);
    await page.waitForLoadState();
    const html = await page.content();
    this.#seen.set(name, html);
    assert.equal(await page.locator("[style]").count(), 0, `${name}: something carries a style of its own`);
    const before = page.viewportSize();
    for (const width of FITS) {
      await page.setViewportSize({ width, height: 800 });
      await assertFits(page, width);
    }
    await page.setViewportSize(before);
    await assertAccessible(here ? page : await this.#still(page.url(), html), this.#widths);
    assert.deepEqual(page.mistakes, [], `${name} made mistakes`);
  }

  // What the HTML checker says of all of them.
  async finish() {
    await assertAllValid(this.#seen);
  }

  // The same page in a window aside where axe can run, as it stands: its scripts are not run again.
  async #still(url, html) {
    const aside = await this.#aside;
    await aside.unrouteAll();
    await aside.route("**/*", (route) => {
      const wanted = route.request();
      if (wanted.isNavigationRequest()) return route.fulfill({ body: html, contentType: "text/html; charset=utf-8" });
      if (wanted.resourceType() === "script") return route.fulfill({ body: "", contentType: "text/javascript" });
      return route.continue();
    });
    await aside.goto(url);
    return aside;
  }
}
