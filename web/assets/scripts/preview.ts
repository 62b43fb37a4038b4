// The preview without a reload: the same form, asked for one part of its page. When anything is unusual (a field to
// mend, no connection), the form goes the plain way.
import { ask, put } from "./fragment";
import { sayNow } from "./say";

export function preview(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-fm-preview]");
  const place = document.querySelector<HTMLElement>("[data-fm-preview-place]");
  if (!form || !place) return;
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!(button instanceof HTMLButtonElement) || button.value !== "preview" || form.dataset.fmPlain) return;
    event.preventDefault();
    if (form.getAttribute("aria-busy")) return;
    form.setAttribute("aria-busy", "true");
    void ask(form, { then: "preview", part: "preview" }).then((html) => {
      form.removeAttribute("aria-busy");
      if (html === undefined) {
        form.dataset.fmPlain = "yes";
        form.requestSubmit(button);
        return;
      }
      put(place, html);
      place.scrollIntoView({ block: "start" });
      place.querySelector<HTMLElement>("[tabindex]")?.focus({ preventScroll: true });
      sayNow(form.dataset.fmPreview ?? "");
    });
  });
}
