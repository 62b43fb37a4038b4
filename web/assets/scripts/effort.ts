// What an answer took the officer who gives it: fields and buttons, and minutes, from the first look at the pack until the
// answer has left their hands. It is counted in this tab alone, for nobody but them, and forgotten once it was told. Without
// scripts nobody counts: the server would have to keep what each officer does. Its words come with the page and hold the
// number at their end, so that no language needs its plural forms here.
import { drop, read, write } from "./tab";

const PREFIX = "fm-effort ";
/** What is pressed. A field counts when something changes in it. */
const PRESSED = "a, button, summary";
const MINUTE = 60_000;
/** Whoever comes back after so long begins anew. */
const SITTING = 8 * 60 * MINUTE;

interface Effort {
  /** When the pack was first opened, in milliseconds. */
  since: number;
  /** When something was last done on it. */
  last: number;
  inputs: number;
}

export function effort(): void {
  const number = /\/desk\/ideas\/(\d+)/.exec(location.pathname)?.[1];
  const main = document.querySelector("main");
  if (!number || !main) return;
  const key = PREFIX + number;
  const line = main.querySelector<HTMLElement>("[data-fm-effort]");
  if (line) tell(line, key);
  else if (main.querySelector("form[data-fm-autosave]")) watch(main, key);
}

function tell(line: HTMLElement, key: string): void {
  const took = read<Effort>(key);
  drop(key);
  if (!took) return;
  const minutes = Math.max(1, Math.ceil((Date.now() - took.since) / MINUTE));
  const said = (words: string | undefined, number: number): string =>
    `${words ?? ""} ${number.toLocaleString(document.documentElement.lang)}.`;
  line.textContent = `${said(line.dataset.fmInputs, took.inputs)} ${said(line.dataset.fmMinutes, minutes)}`;
  line.hidden = false;
}

function watch(main: HTMLElement, key: string): void {
  const count = (more: number): void => {
    const now = Date.now();
    const kept = read<Effort>(key);
    // Something was pressed to come here.
    const { since, inputs } = kept && now - kept.last < SITTING ? kept : { since: now, inputs: 1 };
    write(key, { since, last: now, inputs: inputs + more });
  };
  count(0);
  // A text counts once, however long somebody types; what a script puts into a field is nobody's doing.
  let typing: EventTarget | null = null;
  main.addEventListener("input", ({ isTrusted, target }) => {
    if (!isTrusted || target === typing) return;
    typing = target;
    count(1);
  });
  main.addEventListener("focusout", () => {
    typing = null;
  });
  main.addEventListener("click", ({ isTrusted, target }) => {
    if (isTrusted && target instanceof Element && target.closest(PRESSED)) count(1);
  });
}
