// Ideas like the one that is being written, listed under its title while it is typed. Without this the preview shows the
// same list.
import { load, put } from "./fragment";
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
  let said = "";
  const look = async (): Promise<void> => {
    const typed = title.value.trim();
    if (typed.length < SHORTEST) {
      place.replaceChildren();
      return;
    }
    const part = await load(`${form.dataset.fmSimilar ?? ""}?title=${encodeURIComponent(typed)}`);
    // Somebody typed on meanwhile, or there is no connection: the list is only a help.
    if (!part || typed !== title.value.trim()) return;
    const some = put(place, part);
    const words = place.textContent;
    if (some && words !== said) say(form.dataset.fmSimilarSaid ?? "");
    said = words;
  };
  title.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void look(), PAUSE);
  });
  if (title.value !== "") void look();
}
