// What people do on every journey, the way they do it: through the page's own words.

import assert from "node:assert/strict";

import { openWindow, setting } from "./lib.mjs";

// The 6-digit code in the newest letter to an address, as its owner reads it.
export async function codeFor(page, email) {
  const letters = await page.context().newPage();
  await letters.goto(setting("MAIL_URL"));
  const words = await letters.locator("article", { hasText: email }).first().innerText();
  await letters.close();
  const code = words.match(/^\d{6}$/m);
  assert.ok(code, `no code in: ${words}`);
  return code[0];
}

// Signs in from the page that asks for an address, by code; gives a name when the site asks for one.
export async function signIn(page, name) {
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, ".")}@example.org`;
  await page.getByLabel("Your email address").fill(email);
  await page.getByRole("button", { name: "Send the email" }).click();
  await page.getByLabel("The code").fill(await codeFor(page, email));
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByLabel("Your name on this site").fill(name);
  await page.getByRole("button", { name: "Continue" }).click();
}

// Signs somebody in by code whom the site knows by name.
export async function signInAgain(page, base, email) {
  await page.goto(`${base}/sign-in`);
  await page.getByLabel("Your email address").fill(email);
  await page.getByRole("button", { name: "Send the email" }).click();
  await page.getByLabel("The code").fill(await codeFor(page, email));
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

// Writes and posts an idea under the standing question; the page that comes next is left open.
export async function writeIdea(page, base, title, body) {
  await page.goto(`${base}/ideas/new`);
  await page.getByLabel("Anything else?").check();
  await page.getByLabel("What should change?").fill(title);
  await page.getByLabel("Why, and how?").fill(body);
  await page.getByRole("button", { name: /post/i }).click();
}

// The number on a vote button.
export async function votes(page, which) {
  return Number(await page.getByRole("button", { name: which }).locator(".fm-vote__count").textContent());
}

// What the browser of somebody holds who has signed in by this link.
export async function signedIn(browser, link) {
  const window = await openWindow(browser);
  await window.goto(link);
  await window.getByRole("button", { name: /sign in/i }).click();
  assert.deepEqual(window.mistakes, []);
  const storageState = await window.context().storageState();
  await window.context().close();
  return storageState;
}
