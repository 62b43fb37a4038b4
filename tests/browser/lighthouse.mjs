// Lighthouse on a phone with a slow line: accessibility, best practices and SEO at 100 on each public page, performance at
// 95 or more in the best of three runs, because the machine may have other work.

import assert from "node:assert/strict";
import { test } from "node:test";

import lighthouse from "lighthouse";

import { openBrowser, setting } from "./lib.mjs";

const base = setting("BASE_URL");
const stage = JSON.parse(setting("STAGE"));
const PAGES = ["/", "/ideas", stage.ideas.many, "/campaigns/open-question", "/about"];
const PERFECT = ["accessibility", "best-practices", "seo"];
const FAST = 95;
const RUNS = 3;
const PORT = 9222 + (process.pid % 1000);

test("Lighthouse finds nothing to mend", async (t) => {
  await openBrowser(t, [`--remote-debugging-port=${PORT}`]);
  const wrong = [];
  for (const page of PAGES) {
    const { lhr, scores } = await measure(page);
    for (let run = 1; run < RUNS && scores.performance < FAST; run += 1) {
      scores.performance = Math.max(scores.performance, (await measure(page, ["performance"])).scores.performance);
    }
    t.diagnostic(`${page}: ${JSON.stringify(scores)}`);
    if (scores.performance < FAST) wrong.push(`${page} performance ${scores.performance} in the best of ${RUNS} runs`);
    for (const category of PERFECT) {
      if (scores[category] === 100) continue;
      const faults = lhr.categories[category].auditRefs.map(({ id }) => lhr.audits[id]).filter(({ score }) => score !== null && score < 1);
      wrong.push(`${page} ${category} ${scores[category]}: ${faults.map(({ title, details }) => `${title} ${JSON.stringify(details?.items ?? "").slice(0, 300)}`).join("; ")}`);
    }
  }
  assert.deepEqual(wrong, []);
});

// A run in which an audit broke down has measured nothing: it is run again.
async function measure(page, onlyCategories, left = RUNS) {
  const { lhr } = await lighthouse(`${base}${page}`, { port: PORT, output: "json", logLevel: "error", onlyCategories });
  const broken = Object.values(lhr.audits).filter((audit) => audit.scoreDisplayMode === "error");
  if (broken.length > 0) {
    const why = broken.map((audit) => `${audit.id}: ${audit.errorMessage}`).join("; ");
    assert.ok(left > 1, `${page} can't be measured: ${why}`);
    return measure(page, onlyCategories, left - 1);
  }
  const scores = Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(score * 100)]));
  return { lhr, scores };
}
