// A vote without a reload. The press is shown at once, on every button of the same idea and in this browser's other
// tabs; when the server says no, it is taken back and the reason is shown. Presses that come while one is under way are
// gathered: the last one counts. What this can't do (nobody signed in any more) is left to the form itself.
import { sayNow } from "./say";
import { type Choice, expect, settle, type Tally } from "./tallies";
import { words } from "./vote_words";

interface Answer {
  outcome: string;
  choice: Choice | null;
  support: number;
  oppose: number;
  comments: number;
  version: number;
  refused: string | null;
}

/** One idea's vote: what the server knows, what the person wants, and what they wanted before. */
interface Vote {
  stands: Choice;
  wanted: Choice;
  before: Choice;
  busy: boolean;
}

const all = new Map<number, Vote>();
const tabs = "BroadcastChannel" in window ? new BroadcastChannel("folkmoot-votes") : undefined;

export function votes(): void {
  for (const form of forms()) {
    // A visitor's form has no token: it leads to the sign-in page.
    if (!form.querySelector("input[name=csrf]")) continue;
    form.addEventListener("submit", (event) => {
      const button = event.submitter;
      if (!(button instanceof HTMLButtonElement) || form.dataset.fmPlain) return;
      event.preventDefault();
      void press(form, button);
    });
  }
  if (forms().length === 0) return;
  tabs?.addEventListener("message", (event: MessageEvent<{ idea: number; choice: Choice }>) => {
    stand(event.data.idea, event.data.choice);
  });
  // A page that the browser kept, or took out of its own store, may know an older vote.
  const [way] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  if (way?.type === "back_forward") refresh();
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) refresh();
  });
}

function forms(idea?: number): HTMLFormElement[] {
  const which = idea === undefined ? "" : `="${idea}"`;
  return [...document.querySelectorAll<HTMLFormElement>(`form[data-fm-vote${which}]`)];
}

function idea(form: HTMLFormElement): number {
  return Number(form.dataset.fmVote);
}

function pressed(form: ParentNode): Choice {
  return (form.querySelector<HTMLElement>('[aria-pressed="true"]')?.dataset.choice ?? "") as Choice;
}

async function press(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  const number = idea(form);
  const stands = pressed(form);
  const vote = all.get(number) ?? { stands, wanted: stands, before: "", busy: false };
  all.set(number, vote);
  const before = vote.wanted;
  vote.wanted = (button.value === "NONE" ? "" : button.value) as Choice;
  // Undo gives back what was chosen before; undone itself, it leaves nothing to undo but the vote.
  vote.before = "fmUndo" in button.dataset ? "" : before;
  tell(form, "");
  expect(number, vote.stands, vote.wanted);
  draw(number, vote.wanted, vote.before);
  if (button.closest("[hidden]")) form.querySelector<HTMLElement>(`[data-choice="${before || "SUPPORT"}"]`)?.focus();
  sayNow(chosen(vote.wanted) || words("none"));
  if (!vote.busy) await send(form, vote, button);
}

/** Sends what is wanted until the server knows it. */
async function send(form: HTMLFormElement, vote: Vote, button: HTMLButtonElement): Promise<void> {
  const number = idea(form);
  vote.busy = true;
  let answer: Answer | undefined;
  while (vote.wanted !== vote.stands || !answer) {
    const asked = vote.wanted;
    try {
      const response = await post(form, asked);
      if (response.status === 401 || response.status === 403) return plainly(form, button);
      answer = response.ok ? ((await response.json()) as Answer) : undefined;
    } catch {
      answer = undefined;
    }
    if (!answer || answer.refused) {
      // Back to what is known, with the reason.
      vote.wanted = vote.stands;
      draw(number, vote.stands, "");
      tell(form, answer?.refused ?? words("failed"));
      break;
    }
    vote.stands = asked;
    tabs?.postMessage({ idea: number, choice: asked });
  }
  vote.busy = false;
  settle(number, answer && { idea: number, ...counts(answer) });
}

/** All that an answer says of a tally: whatever is left out of a version that is known is shown by nobody any more. */
function counts({ support, oppose, comments, version }: Answer): Omit<Tally, "idea"> {
  return { support, oppose, comments, version };
}

function post(form: HTMLFormElement, choice: Choice): Promise<Response> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) body.append(name, String(value));
  body.set("choice", choice || "NONE");
  return fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
}

/** Nobody is signed in any more: the form goes as a form, which leads through the sign-in page. */
function plainly(form: HTMLFormElement, button: HTMLButtonElement): void {
  form.dataset.fmPlain = "yes";
  settle(idea(form));
  form.requestSubmit(button.isConnected ? button : undefined);
}

/** Shows a choice on every control of the idea. */
function draw(number: number, choice: Choice, before: Choice): void {
  for (const form of forms(number)) {
    for (const button of form.querySelectorAll<HTMLButtonElement>("button[data-choice]")) {
      const isPressed = button.dataset.choice === choice;
      button.setAttribute("aria-pressed", String(isPressed));
      button.value = isPressed ? "NONE" : (button.dataset.choice ?? "");
    }
    const mine = form.querySelector<HTMLElement>("[data-fm-mine]");
    const undo = form.querySelector<HTMLButtonElement>("[data-fm-undo]");
    if (undo) undo.value = before && before !== choice ? before : "NONE";
    if (!mine?.parentElement) continue;
    if (choice) mine.textContent = chosen(choice);
    mine.parentElement.hidden = !choice;
  }
}

/** How a choice is called; none has no name. */
function chosen(choice: Choice): string {
  return choice && words(choice === "SUPPORT" ? "support" : "oppose");
}

/** What went wrong, beside the buttons; or nothing. */
function tell(form: HTMLFormElement, what: string): void {
  const place = form.querySelector<HTMLElement>("[data-fm-wrong]");
  if (!place) return;
  place.textContent = what;
  place.hidden = !what;
  if (what) sayNow(what);
}

/** What the server is known to hold, told by another tab or by a newer copy of this page. */
function stand(number: number, choice: Choice): void {
  const vote = all.get(number);
  if (vote?.busy) return;
  if (vote) Object.assign(vote, { stands: choice, wanted: choice, before: "" });
  draw(number, choice, "");
}

/** Reads this page again behind the scenes, for what the person chose meanwhile. */
function refresh(): void {
  const request = new XMLHttpRequest();
  request.responseType = "document";
  request.addEventListener("load", () => {
    const page = request.status === 200 ? request.responseXML : null;
    for (const form of page?.querySelectorAll<HTMLFormElement>("form[data-fm-vote]") ?? []) {
      stand(idea(form), pressed(form));
    }
  });
  request.open("GET", location.href);
  request.send();
}
