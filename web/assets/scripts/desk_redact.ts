// What a redaction takes out, shown while it is typed. The server draws it, as it does for whoever has no scripts.
import { fieldsOf } from "./desk_line";
import { caseIn, partOf } from "./desk_rows";
import { load } from "./fragment";

/** Typing must rest for so long. */
const REST = 600;

let timer = 0;

export function redacting(root: HTMLElement): void {
  root.addEventListener("input", (event) => {
    const field = event.target instanceof Element ? event.target.closest(".fm-only--REDACT :is(input, textarea)") : null;
    const form = field?.closest("form");
    if (!form) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => void show(form), REST);
  });
}

/** Draws it now. */
export async function show(form: HTMLFormElement): Promise<void> {
  clearTimeout(timer);
  const fields = fieldsOf(form);
  fields.set("look", "yes");
  const part = caseIn(await load(partOf(form), fields));
  const drawn = part?.querySelector("[data-fm-redaction]");
  const place = form.querySelector("[data-fm-redaction]");
  if (drawn && place) place.replaceChildren(...drawn.childNodes);
}
