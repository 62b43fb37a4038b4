// Ideas like the one that is being written, listed under its title while it is typed. Without this the preview shows the
// same list.
import { put } from "./fragment";
import { say } from "./say";

const PAUSE = 400;
const SHORTEST = 5;

export function similar(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-fm-similar]");
  const title = form?.querySelector<HTMLInputElement>("input[name=title]");
  if (!form || !title) return;
  const place = document.createElement("div");
  title.closest(".govuk-form-group")?.after(place);

  let timer = 0;
  let asking: AbortController | undefined;
  let said = "";
  const look = async (): Promise<void> => {
    asking?.abort();
    const typed = title.value.trim();
    if (typed.length < SHORTEST) {
      place.replaceChildren();
      return;
    }
    asking = new AbortController();
    try {
      const address = `${form.dataset.fmSimilar ?? ""}?title=${encodeURIComponent(typed)}`;
      const answer = await fetch(address, { signal: asking.signal, headers: { Accept: "text/html" } });
      if (!answer.ok) return;
      const some = put(place, await answer.text());
      const words = place.textContent;
      if (some && words !== said) say(form.dataset.fmSimilarSaid ?? "");
      said = words;
    } catch {
      // Stopped because somebody typed on, or no connection: the list is only a help.
    }
  };
  title.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void look(), PAUSE);
  });
  if (title.value !== "") void look();
}
