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
    void ask(form, "preview").then((part) => {
      form.removeAttribute("aria-busy");
      if (part === undefined) {
        form.dataset.fmPlain = "yes";
        form.requestSubmit(button);
        return;
      }
      put(place, part);
      mended(form);
      // What is said beside the fields already isn't said twice.
      for (const advice of [".fm-hints", ".fm-near"]) {
        if (form.querySelector(advice)) place.querySelector(advice)?.remove();
      }
      place.scrollIntoView({ block: "start" });
      place.querySelector<HTMLElement>("[tabindex]")?.focus({ preventScroll: true });
      sayNow(form.dataset.fmPreview ?? "");
    });
  });
}

/** A preview came, so the server found nothing to mend: what the page still says of that is over. */
function mended(form: HTMLFormElement): void {
  document.querySelector("[data-fm-errors]")?.remove();
  for (const words of form.querySelectorAll(".govuk-error-message")) words.remove();
  for (const marked of form.querySelectorAll(".govuk-form-group--error, .govuk-input--error, .govuk-textarea--error")) {
    marked.classList.remove("govuk-form-group--error", "govuk-input--error", "govuk-textarea--error");
  }
  for (const field of form.querySelectorAll("[aria-describedby*='-error']")) {
    const left = (field.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => !id.endsWith("-error"));
    field.setAttribute("aria-describedby", left.join(" "));
  }
}
