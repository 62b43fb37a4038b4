// Lighthouse on a phone with a slow line: accessibility, best practices and SEO at 100 on each public page. Performance
// is printed and never judged here, because this machine has other work; `make bench` measures it on a quiet one.

import assert from "node:assert/strict";
import { test } from "node:test";

import lighthouse from "lighthouse";

import { openBrowser, setting } from "./lib.mjs";

const base = setting("BASE_URL");
const stage = JSON.parse(setting("STAGE"));
const PAGES = ["/", "/ideas", stage.ideas.many, "/campaigns/open-question", "/about"];
const PERFECT = ["accessibility", "best-practices", "seo"];
const PORT = 9222 + (process.pid % 1000);

test("Lighthouse finds nothing to mend", async (t) => {
  await openBrowser(t, [`--remote-debugging-port=${PORT}`]);
  const wrong = [];
  for (const page of PAGES) {
    const { lhr } = await lighthouse(`${base}${page}`, { port: PORT, output: "json", logLevel: "error" });
    const scores = Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(score * 100)]));
    t.diagnostic(`${page}: ${JSON.stringify(scores)}`);
    for (const category of PERFECT) {
      if (scores[category] === 100) continue;
      const faults = lhr.categories[category].auditRefs.map(({ id }) => lhr.audits[id]).filter(({ score }) => score !== null && score < 1);
      wrong.push(`${page} ${category} ${scores[category]}: ${faults.map(({ title, details }) => `${title} ${JSON.stringify(details?.items ?? "").slice(0, 300)}`).join("; ")}`);
    }
  }
  assert.deepEqual(wrong, []);
});
