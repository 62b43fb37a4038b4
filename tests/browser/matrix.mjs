// Every page in every state, at every width, in light and dark, with scripts and without: axe and the HTML checker at
// zero, nothing sideways, no mistake in the console, no report of the content policy, no shift of the layout.
// Which pages there are, the Rust test says: its stage has made the states.
// The dark scheme changes colours and nothing else: axe judges everything at one width there, colours at the others.

import assert from "node:assert/strict";

import { assertAllValid, assertFits, openWindow, violations, violationsOfColour, WIDTHS } from "./lib.mjs";

// Reading apart what the reader may set: WCAG 1.4.12.
const SPACED =
  "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}";

// A layout that stays where it is.
const STILL = 0.001;

// One person's look at all of `pages`: [name, path, status, act]. What `act` does on the page leads to the one that is
// judged, and it gives that one's answer. `storageState` is what a window of theirs holds.
export async function look(browser, base, pages, storageState) {
  const seen = new Map();
  const wrong = [];
  const judge = async (name, check) => {
    try {
      await check();
    } catch (error) {
      wrong.push(`${name}: ${error.message}`);
    }
  };
  // Each has windows of its own: while one is judged, another loads.
  await Promise.all([
    inTheLight(browser, base, pages, storageState, judge, seen),
    inTheDark(browser, base, pages, storageState, judge),
    withoutScripts(browser, base, pages, storageState, judge, seen),
    spacedOut(browser, base, pages, storageState, judge),
  ]);
  await judge("the HTML checker", () => assertAllValid(seen));
  assert.deepEqual(wrong, [], `${wrong.length} faults:\n${wrong.join("\n")}`);
}

// Each width is opened anew, as somebody with such a window would.
async function inTheLight(browser, base, pages, storageState, judge, seen) {
  const page = await open(browser, { colorScheme: "light", storageState });
  for (const [name, path, status = 200, act] of pages) {
    for (const width of WIDTHS) {
      await judge(`${name}, ${width} px`, () => oneLook(page, `${base}${path}`, width, status, act));
      if (width === 320) seen.set(name, await page.content());
    }
  }
  await page.context().close();
}

async function inTheDark(browser, base, pages, storageState, judge) {
  const page = await open(browser, { colorScheme: "dark", storageState });
  for (const [name, path, status = 200, act] of pages) {
    await judge(`${name}, dark`, async () => {
      page.mistakes.length = 0;
      const answer = await reach(page, `${base}${path}`, act);
      assert.equal(answer.status(), status);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        const found = width === WIDTHS[0] ? await violations(page, false) : await violationsOfColour(page);
        assert.deepEqual(found, [], `axe, ${width} px`);
        await assertFits(page, width);
      }
      assert.deepEqual(page.mistakes, [], "mistakes");
    });
  }
  await page.context().close();
}

// A window that notes shifts of the layout and reports of the content policy.
async function open(browser, options) {
  const page = await openWindow(browser, { reducedMotion: "reduce", ...options });
  page.scripts = options.javaScriptEnabled !== false;
  if (page.scripts) {
    await page.addInitScript(() => {
      window.shifted = 0;
      window.movers = new Set();
      window.refused = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          window.shifted += entry.value;
          for (const { node } of entry.sources) window.movers.add(node?.outerHTML?.slice(0, 120) ?? node?.textContent);
        }
      }).observe({ type: "layout-shift", buffered: true });
      addEventListener("securitypolicyviolation", (event) => window.refused.push(`${event.violatedDirective}: ${event.blockedURI}`));
    });
  }
  return page;
}

// Opens the page, and goes on to what `act` leads to. What was typed there a moment ago is not the page's own.
async function reach(page, url, act) {
  if (page.scripts && page.url().startsWith("http")) await page.evaluate(() => sessionStorage.clear());
  const answer = await page.goto(url);
  return act ? await act(page) : answer;
}

// Presses the button of a form in the page's middle; the answer that comes of it.
export function press(name) {
  return (page) => onwards(page, page.locator("main").getByRole("button", { name }).first());
}

// Follows a link in the page's middle.
export function follow(name) {
  return (page) => onwards(page, page.locator("main").getByRole("link", { name }).first());
}

async function onwards(page, what) {
  const [answer] = await Promise.all([page.waitForNavigation(), what.click()]);
  return answer;
}

async function oneLook(page, url, width, status, act) {
  await page.setViewportSize({ width, height: 800 });
  page.mistakes.length = 0;
  const answer = await reach(page, url, act);
  assert.equal(answer.status(), status);
  const mute = await page.locator(".fm-count").filter({ hasNotText: /\p{Letter}/u }).count();
  assert.equal(mute, 0, "a count of characters says no word");
  const found = await violations(page, width === WIDTHS[0]);
  assert.deepEqual(found, [], "axe");
  await assertFits(page, width);
  const { shifted, movers, refused } = await page.evaluate(() => {
    return { shifted: window.shifted, movers: [...window.movers], refused: window.refused };
  });
  assert.deepEqual(refused, [], "the content policy refused something");
  assert.ok(shifted < STILL, `the layout shifted by ${shifted}: ${movers.join("; ")}`);
  assert.equal(await page.locator("[style]").count(), 0, "something carries a style of its own");
  assert.deepEqual(page.mistakes, [], "mistakes");
}

// The page as it comes, in a window without scripts; axe then looks at the same HTML in a window aside, light and dark.
async function withoutScripts(browser, base, pages, storageState, judge, seen) {
  const page = await open(browser, { javaScriptEnabled: false, storageState });
  // Without motion: a colour half way from light to dark is nobody's colour.
  const aside = await openWindow(browser, { reducedMotion: "reduce" });
  for (const [name, path, status = 200, act] of pages) {
    await judge(`${name}, no JavaScript`, async () => {
      page.mistakes.length = 0;
      const answer = await reach(page, `${base}${path}`, act);
      assert.equal(answer.status(), status);
      const html = await page.content();
      seen.set(`${name}, no JavaScript`, html);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        await assertFits(page, width);
      }
      assert.deepEqual(page.mistakes, [], "mistakes");
      await showAside(aside, page.url(), html);
      assert.deepEqual(await violations(aside, false), [], "axe");
      await aside.emulateMedia({ colorScheme: "dark" });
      assert.deepEqual(await violationsOfColour(aside), [], "axe, dark");
      await aside.emulateMedia({ colorScheme: "light" });
    });
  }
  await page.context().close();
  await aside.context().close();
}

async function showAside(aside, url, html) {
  await aside.unrouteAll();
  await aside.route("**/*", (route) => {
    const wanted = route.request();
    if (wanted.isNavigationRequest()) return route.fulfill({ body: html, contentType: "text/html; charset=utf-8" });
    if (wanted.resourceType() === "script") return route.fulfill({ body: "", contentType: "text/javascript" });
    return route.continue();
  });
  await aside.setViewportSize({ width: 320, height: 800 });
  await aside.goto(url);
}

// Letters and lines set apart by the reader, in a window as narrow as a desk at 400 %.
async function spacedOut(browser, base, pages, storageState, judge) {
  const page = await open(browser, { bypassCSP: true, storageState, viewport: { width: 320, height: 256 } });
  for (const [name, path, , act] of pages) {
    await judge(`${name}, spaced out`, async () => {
      await reach(page, `${base}${path}`, act);
      await page.addStyleTag({ content: SPACED });
      await assertFits(page, 320);
      assert.deepEqual(await cutOff(page), [], "words are cut off");
    });
  }
  await page.context().close();
}

// Elements that hide a part of their own words.
function cutOff(page) {
  return page.evaluate(() => {
    const cut = [...document.querySelectorAll("main *, header *, footer *")].filter((element) => {
      const style = getComputedStyle(element);
      if (style.overflow !== "hidden" && style.overflowY !== "hidden") return false;
      if (element.closest(".govuk-visually-hidden, .fm-header__reader")) return false;
      return element.scrollHeight > element.clientHeight + 1 && element.textContent.trim() !== "";
    });
    return cut.map((element) => element.outerHTML.slice(0, 120));
  });
}
