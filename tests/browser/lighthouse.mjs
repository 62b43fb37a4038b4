// Lighthouse on a phone with a slow line: accessibility, best practices and SEO at 100 on a public page of each kind. On
// those that carry most, and differ most, performance too: at 95 or more in the best of three runs, because the machine may
// have other work. PAGES says which are measured: those ("heavy"), while nothing else runs, or the others, beside whatever
// does. A page that says of itself that search engines shall leave it alone is measured without the one audit that calls that
// a fault.

import assert from "node:assert/strict";
import { test } from "node:test";

import lighthouse from "lighthouse";

import { publicPages } from "./addresses.mjs";
import { openBrowser, setting } from "./lib.mjs";

const base = setting("BASE_URL");
const stage = JSON.parse(setting("STAGE"));
const { kinds, heavy } = publicPages(stage);
const ARE_HEAVY = setting("PAGES") === "heavy";
const PAGES = kinds.filter((page) => heavy.includes(page) === ARE_HEAVY);
const UNLISTED = "is-crawlable";
const PERFECT = ["accessibility", "best-practices", "seo"];
const FAST = 95;
const RUNS = 3;
// What waits until a page has come to rest waits for the sake of its speed, which the others aren't measured by.
const AT_ONCE = { pauseAfterFcpMs: 0, pauseAfterLoadMs: 0, networkQuietThresholdMs: 250, cpuQuietThresholdMs: 250 };
// Below 10080, which browsers and Node refuse to speak to.
const PORT = 9222 + (process.pid % 800);

test("Lighthouse finds nothing to mend", async (t) => {
  await openBrowser(t, [`--remote-debugging-port=${PORT}`]);
  const wrong = [];
  assert.ok(PAGES.length > 5, `only ${PAGES.length} pages`);
  for (const page of PAGES) {
    const left = await leftOut(page);
    const { lhr, scores } = await measure(page, left, ARE_HEAVY ? undefined : PERFECT);
    for (let run = 1; ARE_HEAVY && run < RUNS && scores.performance < FAST; run += 1) {
      scores.performance = Math.max(scores.performance, (await measure(page, left, ["performance"])).scores.performance);
    }
    t.diagnostic(`${page}: ${JSON.stringify(scores)}${left.length > 0 ? ` without ${left}` : ""}`);
    if (ARE_HEAVY && scores.performance < FAST) wrong.push(`${page} performance ${scores.performance} in the best of ${RUNS} runs`);
    for (const category of PERFECT) {
      if (scores[category] === 100) continue;
      const faults = lhr.categories[category].auditRefs.map(({ id }) => lhr.audits[id]).filter(({ score }) => score !== null && score < 1);
      wrong.push(`${page} ${category} ${scores[category]}: ${faults.map(({ title, details }) => `${title} ${JSON.stringify(details?.items ?? "").slice(0, 300)}`).join("; ")}`);
    }
  }
  assert.deepEqual(wrong, []);
});

// The audits that a page is measured without.
async function leftOut(page) {
  const html = await (await fetch(`${base}${page}`)).text();
  return html.includes('<meta name="robots" content="noindex">') ? [UNLISTED] : [];
}

// A run in which an audit broke down has measured nothing: it is run again.
async function measure(page, skipAudits, onlyCategories, left = RUNS) {
  const pace = ARE_HEAVY ? {} : AT_ONCE;
  // A picture of the whole page is for people who read a report.
  const flags = { port: PORT, output: "json", logLevel: "error", disableFullPageScreenshot: true, ...pace };
  const { lhr } = await lighthouse(`${base}${page}`, { ...flags, skipAudits, onlyCategories });
  const broken = Object.values(lhr.audits).filter((audit) => audit.scoreDisplayMode === "error");
  if (broken.length > 0) {
    const why = broken.map((audit) => `${audit.id}: ${audit.errorMessage}`).join("; ");
    assert.ok(left > 1, `${page} can't be measured: ${why}`);
    return measure(page, skipAudits, onlyCategories, left - 1);
  }
  const scores = Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(score * 100)]));
  return { lhr, scores };
}
