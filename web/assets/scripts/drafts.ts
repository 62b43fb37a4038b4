// What is being written stays in this tab: after a reload, a step back, a crash of the page, and when the page is read in
// another language. It is gone when it was posted, when it is cleared, and when the tab is closed. What the server drew
// into the form always wins.

const PREFIX = "fm-draft ";
const SENT = "fm-draft-sent";

type Fields = Record<string, string>;

export function drafts(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-fm-draft]");
  // By the form's own name, because its address is another one in each language.
  const key = PREFIX + (form?.getAttribute("name") ?? location.pathname);
  forget(form ? key : "");
  if (!form) return;
  const kept = read(key);
  if (kept && isEmpty(form) && fill(form, kept)) offer(form, key);

  form.addEventListener("input", () => write(key, fieldsOf(form)));
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (button instanceof HTMLButtonElement && button.value === "post") write(SENT, { key });
  });
}

/** A form that was sent is forgotten once another page came of it, and no trouble. */
function forget(here: string): void {
  const sent = read(SENT)?.key;
  if (!sent) return;
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const failed = (entry?.responseStatus ?? 200) >= 400;
  if (failed) return;
  drop(SENT);
  if (sent !== here) drop(sent);
}

function texts(form: HTMLFormElement): (HTMLInputElement | HTMLTextAreaElement)[] {
  return [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input:not([type]), input[type=text], textarea")];
}

function isEmpty(form: HTMLFormElement): boolean {
  return texts(form).every((field) => field.value === "");
}

function fieldsOf(form: HTMLFormElement): Fields {
  const fields: Fields = {};
  for (const field of texts(form)) fields[field.name] = field.value;
  const chosen = form.querySelector<HTMLInputElement>("input[type=radio]:checked");
  if (chosen) fields[chosen.name] = chosen.value;
  return fields;
}

function fill(form: HTMLFormElement, kept: Fields): boolean {
  let filled = false;
  for (const field of texts(form)) {
    const value = kept[field.name];
    if (!value) continue;
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    filled = true;
  }
  for (const radio of form.querySelectorAll<HTMLInputElement>("input[type=radio]")) {
    const none = !form.querySelector(`input[type=radio][name="${radio.name}"]:checked`);
    if (none && kept[radio.name] === radio.value) radio.checked = true;
  }
  return filled;
}

function offer(form: HTMLFormElement, key: string): void {
  const line = document.createElement("p");
  line.className = "fm-kept";
  line.setAttribute("role", "status");
  line.append(`${form.dataset.fmDraft ?? ""} `);
  const clear = document.createElement("button");
  clear.type = "button";
  clear.className = "fm-link-button";
  clear.textContent = form.dataset.fmClear ?? "";
  clear.addEventListener("click", () => {
    for (const field of texts(form)) {
      field.value = "";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    drop(key);
    line.remove();
    texts(form)[0]?.focus();
  });
  line.append(clear);
  form.prepend(line);
}

// A browser may refuse to keep anything: then nothing is kept.
function read(key: string): Fields | undefined {
  try {
    const kept = sessionStorage.getItem(key);
    return kept ? (JSON.parse(kept) as Fields) : undefined;
  } catch {
    return undefined;
  }
}

function write(key: string, fields: Fields): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(fields));
  } catch {
    // Nothing is kept.
  }
}

function drop(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
