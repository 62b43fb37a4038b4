// What is being written stays in this tab: after a reload, a step back, a crash of the page, and when the page is read in
// another language. Each form has a name of its own, and what is kept of it has the same. It is gone when it was posted,
// when it is cleared, when its author signs out, and when the tab is closed. What the server drew into a form always
// wins, and nobody is given what somebody else wrote in the same tab.
import { drop, read, write } from "./tab";

const OURS = "fm-";
const PREFIX = "fm-draft ";
const SENT = "fm-draft-sent";

type Fields = Record<string, string>;
type Text = HTMLInputElement | HTMLTextAreaElement;

/** What is kept of a form. */
interface Kept {
  /** What the page called its reader; nothing for a visitor, who may sign in and go on. */
  by: string;
  /** What was typed and chosen. */
  fields: Fields;
  /** What the server had drawn there, when it was begun. */
  drawn: Fields;
}

export function drafts(): void {
  const forms = [...document.querySelectorAll<HTMLFormElement>("form[data-fm-draft]")];
  forget(forms.map(keyOf));
  for (const form of forms) keep(form);
  document.addEventListener("submit", (event) => {
    if (event.target instanceof HTMLFormElement && event.target.action.endsWith("/sign-out")) forgetAll();
  });
}

/** Looks after one form: gives it back what was typed before, and keeps what is typed now. Says whether it gave something. */
export function keep(form: HTMLFormElement): boolean {
  const key = keyOf(form);
  const kept = read<Kept>(key);
  const given = kept !== undefined && (kept.by === "" || kept.by === reader()) && fill(form, kept);
  if (given) offer(form);

  form.addEventListener("input", () => {
    const [fields, drawn] = [valuesOf(form), drawnIn(form)];
    if (same(fields, drawn)) drop(key);
    else write(key, { by: reader(), fields, drawn });
  });
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!(button instanceof HTMLButtonElement && button.value === "preview")) write(SENT, key);
  });
  return given;
}

/** By the form's own name, because its address is another one in each language. */
function keyOf(form: HTMLFormElement): string {
  return PREFIX + (form.getAttribute("name") ?? location.pathname);
}

function reader(): string {
  return document.querySelector(".fm-header__reader")?.textContent ?? "";
}

/**
 * A form that was sent is forgotten once something came of it. The page that follows may hold the same form again: then it
 * was posted if the server led here from where it was sent to.
 */
function forget(here: string[]): void {
  const sent = read<string>(SENT);
  drop(SENT);
  if (!sent) return;
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  if ((entry?.responseStatus ?? 200) >= 400 || entry?.type === "back_forward") return;
  const led = (entry?.redirectCount ?? 0) > 0 || new URLSearchParams(location.search).has("done");
  if (led || !here.includes(sent)) drop(sent);
}

function forgetAll(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(OURS)) sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

function texts(form: HTMLFormElement): Text[] {
  return [...form.querySelectorAll<Text>("input:not([type]), input[type=text], textarea")];
}

function radios(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>("input[type=radio]")];
}

function selects(form: HTMLFormElement): HTMLSelectElement[] {
  return [...form.querySelectorAll("select")];
}

function valuesOf(form: HTMLFormElement): Fields {
  const fields: Fields = {};
  for (const field of [...texts(form), ...selects(form)]) fields[field.name] = field.value;
  for (const radio of radios(form)) if (radio.checked) fields[radio.name] = radio.value;
  return fields;
}

function drawnIn(form: HTMLFormElement): Fields {
  const fields: Fields = {};
  for (const field of texts(form)) fields[field.name] = field.defaultValue;
  for (const select of selects(form)) {
    const drawn = [...select.options].find((option) => option.defaultSelected) ?? select.options[0];
    fields[select.name] = drawn?.value ?? "";
  }
  for (const radio of radios(form)) if (radio.defaultChecked) fields[radio.name] = radio.value;
  return fields;
}

function same(some: Fields, others: Fields): boolean {
  return [...Object.keys(some), ...Object.keys(others)].every((name) => (some[name] ?? "") === (others[name] ?? ""));
}

/**
 * Fills a form that is as the server drew it, if that is nothing or what it had drawn when the draft was begun. Says
 * whether any of it is different now.
 */
function fill(form: HTMLFormElement, { fields, drawn }: Kept): boolean {
  const now = drawnIn(form);
  const asBefore = (name: string): boolean => !now[name] || now[name] === drawn[name];
  if (!texts(form).every((field) => field.value === field.defaultValue && asBefore(field.name))) return false;
  for (const field of texts(form)) put(field, fields[field.name] ?? "");
  for (const radio of radios(form)) {
    if (asBefore(radio.name) && fields[radio.name] === radio.value) radio.checked = true;
  }
  for (const select of selects(form)) {
    const wanted = fields[select.name] ?? "";
    // What was chosen stays chosen where another language of the page would begin with another one.
    const chosen = wanted !== drawn[select.name] || asBefore(select.name);
    if (chosen && [...select.options].some((option) => option.value === wanted)) select.value = wanted;
  }
  return !same(valuesOf(form), now);
}

function put(field: Text, value: string): void {
  if (field.value === value) return;
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Says that something is back, where it can be seen, with a way to be rid of it. */
function offer(form: HTMLFormElement): void {
  const fold = form.closest("details");
  if (fold) fold.open = true;
  const line = document.createElement("p");
  line.className = "fm-kept";
  line.setAttribute("role", "status");
  line.append(`${form.dataset.fmDraft ?? ""} `);
  const clear = document.createElement("button");
  clear.type = "button";
  clear.className = "fm-link-button";
  clear.textContent = form.dataset.fmClear ?? "";
  clear.addEventListener("click", () => {
    form.reset();
    for (const field of texts(form)) field.dispatchEvent(new Event("input", { bubbles: true }));
    line.remove();
    texts(form)[0]?.focus();
  });
  line.append(clear);
  form.prepend(line);
}
