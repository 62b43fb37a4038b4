// The harness itself: Chromium opens a served page, axe and the HTML checker find nothing on a good page, and each
// finds the fault that is planted for it. A judge that can't find a fault proves nothing.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";

import { assertAccessible, assertGood, assertValid, openBrowser, openWindow } from "./lib.mjs";

const good = (body) => `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Ideas</title><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"></head><body><main><h1>Ideas</h1>${body}</main></body></html>`;

let server;
let address;
let body = "";

before(async () => {
  server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(good(body));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${server.address().port}/`;
});

after(() => server.close());

test("a good page passes both judges, and each planted fault is found", async (t) => {
  const browser = await openBrowser(t);
  const page = await openWindow(browser);

  body = "<p>One idea.</p>";
  await page.goto(address);
  assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "Ideas");
  await assertGood(page);

  body = '<p style="color:#ccc;background:#fff">Hardly to be read.</p>';
  await page.goto(address);
  await assert.rejects(assertAccessible(page), /color-contrast/);

  body = '<p style="width:900px">Too wide for a phone.</p>';
  await page.goto(address);
  await assert.rejects(assertAccessible(page), /scrolled sideways/);

  await assert.rejects(assertValid(good("<p><div></p>")), /HTML checker found faults/);

  body = "<script>missing()</script>";
  await page.goto(address);
  await assert.rejects(assertGood(page), /made mistakes/);
});
