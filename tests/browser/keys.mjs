// The way around a page by keyboard: Tab until something has the focus, and what is seen of the focus on the way.

import assert from "node:assert/strict";

// Stops that a page may have: more than any of ours has.
const MOST = 400;

// Presses Tab until the page has been walked through; what was stopped at, and whether its focus shows: an outline or a
// shadow in view, and a look that it hasn't without the focus.
export async function walk(page) {
  await page.evaluate(watch);
  const stops = [];
  for (let presses = 0; presses < MOST; presses += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => window.stopHere());
    if (!stop) break;
    stops.push(stop);
  }
  await page.evaluate(() => document.activeElement?.blur());
  const same = await page.evaluate(() => window.sameWithoutFocus());
  return stops.map((stop, at) => ({ ...stop, seen: stop.seen && !same.includes(at) }));
}

// Runs in the page.
function watch() {
  // A radio's or a box's look is drawn beside it.
  const styles = (element) => {
    const beside = element.matches(".govuk-radios__input, .govuk-checkboxes__input") ? element.nextElementSibling : undefined;
    return [getComputedStyle(element), ...(beside ? [getComputedStyle(beside), getComputedStyle(beside, "::before")] : [])];
  };
  const outlined = (style) => (style.outlineStyle !== "none" && style.outlineWidth !== "0px") || style.boxShadow !== "none";
  const looks = (element) =>
    styles(element)
      .map((style) => [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow, style.backgroundColor, style.borderColor, style.borderWidth].join(" "))
      .join("; ");
  const stops = [];
  window.stopHere = () => {
    const element = document.activeElement;
    if (!element || element === document.body || stops.some((stop) => stop.element === element)) return undefined;
    stops.push({ element, look: looks(element) });
    const box = element.getBoundingClientRect();
    const inView = box.bottom > 0 && box.top < innerHeight;
    return { what: element.outerHTML.slice(0, 140), seen: styles(element).some(outlined) && inView };
  };
  // Which of the stops look the same now that none of them has the focus.
  window.sameWithoutFocus = () => stops.flatMap(({ element, look }, at) => (look === looks(element) ? [at] : []));
}

// Tab until what has the focus says so.
export async function reach(page, words) {
  await walkTo(page, async () => words.test(await focused(page)), String(words));
}

// Tab until the field of this name has the focus.
export async function reachField(page, name) {
  await walkTo(page, () => page.evaluate((wanted) => document.activeElement?.name === wanted, name), name);
}

async function walkTo(page, there, what) {
  for (let presses = 0; presses < MOST; presses += 1) {
    if (await there()) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`Tab never came to ${what}`);
}

// The words of what has the focus.
export async function focused(page) {
  const words = await page.evaluate(() => document.activeElement?.innerText || document.activeElement?.value || "");
  return words.replaceAll(/\s+/g, " ").trim();
}
