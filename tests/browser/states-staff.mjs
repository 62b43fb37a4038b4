// The matrix of staff: the officers' desk and its packs, the moderators' desk and its items, the settings. Who of them looks,
// states.mjs is told.

import { openBrowser, setting } from "./lib.mjs";
import { follow, look, press } from "./matrix.mjs";
import { signedIn } from "./people.mjs";

const base = setting("BASE_URL");
const COUNCIL = JSON.parse(setting("STAGE")).outcomes.council;

// Opens what is folded under these words, and presses a button there.
function unfold(words, button) {
  return async (page) => {
    await page.locator("main summary", { hasText: words }).first().click();
    return press(button)(page);
  };
}

// Chooses a template, and brings its words into the form; over what was typed, where that is wished. Nothing is saved by it.
function fillIn(isReplacing) {
  return async (page) => {
    await page.locator("#template").selectOption({ label: "Not this year" });
    if (isReplacing) await page.locator("#replace").check();
    return press("Use this template")(page);
  };
}

// The officers' desk, and a pack in every state that an answer can stand in.
export async function officer(t) {
  const browser = await openBrowser(t);
  const storageState = await signedIn(browser, COUNCIL.links.Pat);
  const packs = COUNCIL.packs;
  const pages = [
    ["desk", "/desk"],
    ["desk, everything", "/desk?pile=all"],
    ["desk, nothing past its day", "/desk?pile=mine&due=late"],
    ["desk in Welsh", "/cy/desk"],
    ["desk, the directory", "/desk/directory"],
    ["desk, the directory in Welsh", "/cy/desk/directory"],
    ["desk, what is going on", "/desk/feed"],
    ["desk, what is watched", "/desk/feed?of=watched"],
    ["pack, watched", packs["with everything"], 200, press("Watch")],
    ["desk, what is going on with what is watched", "/cy/desk/feed?of=watched"],
    ...Object.entries(packs).map(([name, path]) => [`pack, ${name}`, path]),
    ["pack in Welsh", `/cy${packs["with everything"]}`],
    ["pack, previewed", packs["to approve"], 200, press("Preview")],
    ["pack, with mistakes", packs.late, 422, press("Ask for approval")],
    ["pack, filled from a template", packs.late, 200, fillIn(false)],
    ["pack, a template beside words of one's own", packs["with everything"], 200, fillIn(false)],
    ["pack, a template over words of one's own", packs["with everything"], 200, fillIn(true)],
    ["pack in Welsh, with a plot", `/cy${packs["another department’s"]}`],
    ["pack, a note with a mistake", packs["with everything"], 422, press("Add the note")],
    ["pack, handed to nobody", packs["with everything"], 422, unfold("Give it to a department", "Hand it over")],
    ["pack, no change of the clock", packs["with everything"], 422, unfold("Change the clock", "Change it")],
    ["pack, a step with mistakes", packs.answered, 422, unfold("Set a step", "Set a step")],
    ["pack, a move with a mistake", packs.answered, 422, unfold("Move the idea on", "Move it")],
    ["templates", "/desk/templates"],
    ["templates in Welsh", "/cy/desk/templates"],
    ["template", COUNCIL.template],
    ["template, retired", COUNCIL["retired template"]],
    ["template, new, with mistakes", "/desk/templates/new", 422, press("Save")],
    ["revising alone what two agreed on", COUNCIL.revising, 403],
    ["sorting, before there are lists", `${COUNCIL.owed}/labels`],
    ["settings are not theirs", "/admin", 403],
  ];
  await look(browser, base, pages, storageState);
  await officerOfRoads(browser);
}

// One person alone answers there, and sets a time for it. The numbers of their other idea grew over days.
async function officerOfRoads(browser) {
  const storageState = await signedIn(browser, COUNCIL.links.Rae);
  const grown = COUNCIL.packs["another department’s"];
  const pages = [
    ["desk of Roads", "/desk"],
    ["pack, planned", COUNCIL.planned],
    ["pack, planned, in Welsh", `/cy${COUNCIL.planned}`],
    ["pack, with a plot", grown],
    ["pack, planned for no time", grown, 422, unfold("Publish at a time", "Publish then")],
  ];
  await look(browser, base, pages, storageState);
}

// What staff see: an item of every kind, and the pages beside the queue. What only comes of a decision, desk.mjs looks at.
export async function moderator(t) {
  const browser = await openBrowser(t);
  const cases = JSON.parse(setting("CASES"));
  const storageState = await signedIn(browser, cases.moderator);
  const pages = [
    ["queue", "/moderation"],
    ["queue, narrowed", "/moderation?kind=report&overdue=yes"],
    ...Object.entries(cases.items).map(([name, path]) => [`item, ${name}`, path]),
    ["decided", "/moderation/decided"],
    ["reasons", "/moderation/reasons"],
    ["rules", "/moderation/rules"],
    ["decision", cases.decision],
    ["queue in Welsh", "/cy/moderation"],
    ["item in Welsh", `/cy${cases.items.edit}`],
    ["sorting", cases.sorting],
    ["sorting in Welsh", `/cy${cases.sorting}`],
    ["sorting, by a tag that is gone", cases.sorting, 422, async (page) => {
      await page.locator("[name=tags]").first().evaluate((box) => {
        box.value = "gone";
        box.checked = true;
      });
      return press("Save")(page);
    }],
    ["correct", cases.correct],
    ["correct, with a mistake", cases.correct, 422, press("Take it back")],
    ["a reason is not theirs to edit", "/moderation/reasons/SPAM", 403],
  ];
  await look(browser, base, pages, storageState);
}

export async function admin(t) {
  const browser = await openBrowser(t);
  const cases = JSON.parse(setting("CASES"));
  const storageState = await signedIn(browser, cases.admin);
  const pages = [
    ["item, second opinion", cases.items["second opinion"]],
    ["item, appeal", cases.items.appeal],
    ["reasons", "/moderation/reasons"],
    ["reason", "/moderation/reasons/SPAM"],
    ["reason, with mistakes", "/moderation/reasons/new", 422, press("Save the reason")],
    ["rules", "/moderation/rules"],
    ["rules, looked at", "/moderation/rules", 200, press("Look at it")],
    ["settings", "/admin"],
    ["look", "/admin/look"],
    ["look, with a colour that can't be read", "/admin/look", 422, async (page) => {
      await page.getByLabel("Colour of light pages").fill("#f5a623");
      return press("Show me")(page);
    }],
    ["look, without a logo to take", "/admin/look", 422, press("Use this picture")],
    ["people", "/admin/people"],
    ["people, with mistakes", "/admin/people", 422, press("Invite")],
    ["person", "/admin/people", 200, follow("Bea Ford")],
    ["campaigns", "/admin/campaigns"],
    ["campaign", "/admin/campaigns/promised-question"],
    ["campaign, new, with mistakes", "/admin/campaigns/new", 422, press("Save")],
    ["departments", "/admin/departments"],
    ["department", COUNCIL.settings],
    ["department, an officer with mistakes", COUNCIL.settings, 422, press("Add an officer")],
    ["department, new, with mistakes", "/admin/departments/new", 422, press("Save")],
    ["promises", "/admin/promises"],
    ["promise", "/admin/promises/promised-question"],
    ["promise, with a mistake", "/admin/promises/promised-question", 422, async (page) => {
      await page.locator("[name=reply_days]").fill("soon");
      return press("Save")(page);
    }],
    ["calendar", "/admin/calendar"],
    ["calendar, with mistakes", "/admin/calendar", 422, press("Save")],
    ["calendar, bank holidays that are nobody's", "/admin/calendar", 422, async (page) => {
      await page.locator("[name=nation]").first().evaluate((radio) => {
        radio.value = "nobodys";
        radio.checked = true;
      });
      return press("Keep these bank holidays")(page);
    }],
    ["places and tags", "/admin/labels"],
    ["places and tags, with a mistake", "/admin/labels", 422, press("Add")],
    ["place or tag", cases.label],
    ["place or tag, put away", cases["label put away"]],
    ["place or tag, without a name", cases.label, 422, async (page) => {
      await page.locator("[name=name]").fill("");
      return press("Save")(page);
    }],
    ["revising", COUNCIL.revising],
    ["revising, previewed", COUNCIL.revising, 200, press("Preview")],
    ["revising, without a reason", COUNCIL.revising, 422, press("Publish the revision")],
    ["routes", "/admin/routes"],
    ["routes, with mistakes", "/admin/routes", 422, press("Add a rule")],
    ["mail", "/admin/mail"],
    ["mail, after a test letter", "/admin/mail", 200, press("Send a test letter")],
    ["settings in Welsh", "/cy/admin/routes"],
    ["rules, with a mistake", "/moderation/rules", 422, async (page) => {
      await page.getByLabel("The rules of the board").fill("");
      return press("Publish")(page);
    }],
  ];
  await look(browser, base, pages, storageState);
}
