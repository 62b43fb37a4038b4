// Hints about a text while it is written, as the server finds them: there is one copy of the rule, and it isn't here.
// They appear when typing pauses, and are said only when there are some that weren't there before.
import { ask, put } from "./fragment";
import { say } from "./say";

const PAUSE = 1200;

export function checks(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-fm-checks]")) check(form);
}

/** Looks after one form. One without a title is a comment: it says where such parts are drawn. */
export function check(form: HTMLFormElement): void {
  const body = form.querySelector<HTMLTextAreaElement>("textarea[name=body]");
  if (!body) return;
  const title = form.querySelector<HTMLInputElement>("input[name=title]");
  const place = document.createElement("div");
  (body.closest(".govuk-form-group") ?? body).after(place);

  let timer = 0;
  let asked = "";
  let said = "";
  const look = async (): Promise<void> => {
    const text = `${title?.value ?? ""}\n${body.value}`;
    if (text === asked || body.value.trim() === "") return;
    asked = text;
    const part = await ask(form, title ? "hints" : "comment");
    // Somebody typed on meanwhile: what comes next is the newer answer.
    if (part === undefined || text !== asked) return;
    const some = put(place, part);
    const words = place.textContent;
    if (some && words !== said) say(form.dataset.fmChecks ?? "");
    said = words;
  };
  for (const field of title ? [title, body] : [body]) {
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => void look(), PAUSE);
    });
  }
}
