// A vote without a reload: the same form, sent in the background. Whatever is unusual (nobody signed in, voting closed,
// no connection) is left to the form itself, which then goes the plain way.
import { sayNow } from "./say";
import { show } from "./tallies";

interface Answer {
  outcome: string;
  choice: "SUPPORT" | "OPPOSE" | null;
  support: number;
  oppose: number;
  version: number;
}

const DONE = ["COUNTED", "ALREADY_COUNTED", "RETRACTED", "NOTHING_TO_RETRACT"];

export function votes(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-fm-vote]")) {
    // A visitor's form has no token: it leads to the sign-in page.
    if (!form.querySelector("input[name=csrf]")) continue;
    form.addEventListener("submit", (event) => {
      const button = event.submitter;
      if (!(button instanceof HTMLButtonElement) || form.dataset.fmPlain) return;
      event.preventDefault();
      if (form.getAttribute("aria-busy")) return;
      void press(form, button);
    });
  }
}

async function press(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  form.setAttribute("aria-busy", "true");
  try {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form, button)) fields.append(name, String(value));
    const response = await fetch(form.action, { method: "POST", body: fields, headers: { Accept: "application/json" } });
    const answer = response.ok ? ((await response.json()) as Answer) : undefined;
    if (!answer || !DONE.includes(answer.outcome)) throw new Error("not done");
    draw(form, answer);
  } catch {
    // Sent again as a page: the vote counts once, however often it arrives.
    form.dataset.fmPlain = "yes";
    form.requestSubmit(button);
  } finally {
    form.removeAttribute("aria-busy");
  }
}

function draw(form: HTMLFormElement, answer: Answer): void {
  show({ ...answer, idea: Number(form.dataset.fmVote) });
  for (const button of form.querySelectorAll<HTMLButtonElement>("button[data-choice]")) {
    const mine = button.dataset.choice === answer.choice;
    button.setAttribute("aria-pressed", String(mine));
    button.value = mine ? "NONE" : (button.dataset.choice ?? "");
  }
  const words = form.querySelector<HTMLElement>("[data-fm-mine]");
  if (!words) return;
  const said = answer.choice === "SUPPORT" ? words.dataset.support : answer.choice === "OPPOSE" ? words.dataset.oppose : words.dataset.none;
  words.textContent = said ?? "";
  sayNow(said ?? "");
}
