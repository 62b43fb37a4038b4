// What an officer is writing is kept on the server while they write, so that a colleague sees it and another computer has
// it. Nothing is kept of a form that nobody touched. When somebody else's words stand in the way it stops and says so: the
// form's own button shows theirs. What an answer takes is counted beside it, for the officer alone.
import { fieldsOf } from "./desk_line";
import { effort } from "./effort";

/** How long nobody types before what was typed is kept. */
const PAUSE = 3_000;

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-fm-autosave]")) autosave(form);
effort();

function autosave(form: HTMLFormElement): void {
  const address = form.dataset.fmAutosave ?? "";
  const said = form.querySelector<HTMLElement>("[data-fm-autosaved]");
  const seen = form.querySelector<HTMLInputElement>("input[name=seen]");
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;
  let again = false;
  let over = false;

  const save = async (): Promise<void> => {
    if (over || !seen) return;
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    try {
      const response = await fetch(address, { method: "POST", body: fieldsOf(form) });
      if (response.status === 204) {
        seen.value = (response.headers.get("ETag") ?? "").replace(/^W\/|"/g, "") || seen.value;
        if (said) said.textContent = form.dataset.fmKept ?? "";
      } else if (response.status === 409) {
        over = true;
        if (said) said.textContent = form.dataset.fmClash ?? "";
      } else if (response.status === 423) {
        if (said) said.textContent = form.dataset.fmSet ?? "";
      } else if (said) {
        said.textContent = form.dataset.fmFailed ?? "";
      }
    } catch {
      // It is tried again with the next change; the page itself still holds everything.
      if (said) said.textContent = form.dataset.fmFailed ?? "";
    } finally {
      busy = false;
    }
    if (again) {
      again = false;
      void save();
    }
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), PAUSE);
  };
  form.addEventListener("input", later);
  // Comments are ticked beside the form.
  for (const box of document.querySelectorAll<HTMLInputElement>(`input[form="${form.id}"]`)) {
    box.addEventListener("change", later);
  }
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    over = true;
    // One that is under way would change the version behind the form's back.
    if (busy) {
      event.preventDefault();
      const button = event.submitter;
      const wait = setInterval(() => {
        if (busy) return;
        clearInterval(wait);
        form.requestSubmit(button);
      }, 50);
    }
  });
}
