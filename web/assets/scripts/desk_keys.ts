// Keys of the desk: single letters, which can be changed or turned off (WCAG 2.1.4) and never fire while somebody types.
// Each is shown on the button that does the same. The desk's script holds back the first picture of its page until they
// are (`blocking="render"`), so that nothing moves under a moderator's hand.

/** What a page does for a key; what it leaves out does nothing. */
export interface Doing {
  next?: () => void;
  previous?: () => void;
  undo?: () => void;
  select?: () => void;
  bulk?: () => void;
  cluster?: () => void;
  second?: () => void;
  note?: () => void;
  digit?: (digit: string) => void;
  enter?: () => void;
  escape?: () => void;
  act?: (name: string) => void;
}

const KEPT = "folkmoot-desk-keys";

let on = true;
let keys: Record<string, string> = {};

export function onKeys(doing: Doing): void {
  const template = document.querySelector<HTMLTemplateElement>("[data-fm-help]");
  if (!template) return;
  for (const field of template.content.querySelectorAll<HTMLInputElement>("[data-name]")) {
    keys[field.dataset.name ?? ""] = field.dataset.default ?? "";
  }
  recall();
  const help = dialog(template);
  button(help);
  decorate(document.body);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
    if (help.open) return;
    const target = event.target instanceof Element ? event.target : document.body;
    if (event.key === "Escape" && target.closest("[data-fm-case] :is(input, textarea, select)")) doing.escape?.();
    if (!on || types(target)) return;
    if (press(event, target, doing, help)) event.preventDefault();
  });
}

/** Whether a key was ours. */
function press(event: KeyboardEvent, target: Element, doing: Doing, help: HTMLDialogElement): boolean {
  if (event.key === "Enter") {
    // A key that is held would send what comes next as well: its reader hasn't read that yet.
    if (event.repeat) return true;
    if (target.closest("a, button, summary, [type=checkbox], [type=radio]")) return false;
    doing.enter?.();
    return true;
  }
  if (/^[0-9]$/.test(event.key)) {
    doing.digit?.(event.key);
    return true;
  }
  const key = event.key.length === 1 && /\p{L}/u.test(event.key) ? cased(event) : event.key;
  const name = Object.keys(keys).find((one) => keys[one] === key);
  if (!name || (event.repeat && name !== "next" && name !== "previous")) return false;
  if (name === "help") help.showModal();
  else if (name in doing) (doing[name as keyof Doing] as () => void)();
  else doing.act?.(name);
  return true;
}

/** The letter as it is meant, whatever Caps Lock says. */
function cased(event: KeyboardEvent): string {
  return event.shiftKey ? event.key.toUpperCase() : event.key.toLowerCase();
}

function types(target: Element): boolean {
  if (target.closest("textarea, select, [contenteditable]")) return true;
  return target instanceof HTMLInputElement && target.type !== "checkbox" && target.type !== "radio";
}

/** Shows the keys on what they press. */
export function decorate(within: ParentNode): void {
  for (const old of within.querySelectorAll("kbd.fm-key")) old.remove();
  if (!on) return;
  for (const control of within.querySelectorAll<HTMLElement>("[data-key], [data-digit]")) {
    const key = control.dataset.key === "send" ? "↵" : (control.dataset.digit ?? keys[control.dataset.key ?? ""] ?? "");
    if (!key) continue;
    const shown = document.createElement("kbd");
    shown.className = "fm-key";
    shown.setAttribute("aria-hidden", "true");
    shown.textContent = key;
    const label = control instanceof HTMLInputElement ? control.labels?.[0] : control;
    label?.append(shown);
    if (key !== "↵") control.setAttribute("aria-keyshortcuts", key === key.toLowerCase() ? key : `Shift+${key}`);
  }
}

function dialog(template: HTMLTemplateElement): HTMLDialogElement {
  const part = document.importNode(template.content, true).firstElementChild as HTMLDialogElement;
  const fields = [...part.querySelectorAll<HTMLInputElement>("[data-name]")];
  const use = part.querySelector<HTMLInputElement>("#keys-on");
  const wrong = part.querySelector<HTMLElement>(".fm-keyboard__wrong");
  const show = (): void => {
    for (const field of fields) field.value = keys[field.dataset.name ?? ""] ?? "";
    if (use) use.checked = on;
  };
  part.querySelector("form")?.addEventListener("submit", (event) => {
    const chosen = fields.map((field) => field.value);
    if (new Set(chosen).size !== chosen.length) {
      event.preventDefault();
      if (!wrong) return;
      wrong.textContent = document.querySelector<HTMLElement>("[data-fm-desk]")?.dataset.sayTaken ?? "";
      wrong.hidden = false;
      return;
    }
    if (wrong) wrong.hidden = true;
    keys = Object.fromEntries(fields.map((field) => [field.dataset.name ?? "", field.value]));
    on = use?.checked ?? true;
    try {
      localStorage.setItem(KEPT, JSON.stringify({ on, keys }));
    } catch {
      // A browser that keeps nothing has these keys for this page.
    }
    decorate(document.body);
  });
  part.querySelector("[data-fm-reset]")?.addEventListener("click", () => {
    for (const field of fields) field.value = field.dataset.default ?? "";
  });
  for (const field of fields) field.addEventListener("focus", () => field.select());
  part.addEventListener("close", show);
  document.querySelector("[data-fm-desk]")?.append(part);
  show();
  return part;
}

function button(help: HTMLDialogElement): void {
  const template = document.querySelector<HTMLTemplateElement>("[data-fm-help-button]");
  const made = template?.content.firstElementChild;
  if (!made) return;
  const copy = document.importNode(made, true);
  copy.addEventListener("click", () => help.showModal());
  document.querySelector("[data-fm-help-place]")?.append(copy);
}

function recall(): void {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? "{}") as { on?: boolean; keys?: Record<string, string> };
    on = kept.on ?? true;
    for (const [name, key] of Object.entries(kept.keys ?? {})) {
      if (name in keys && typeof key === "string") keys[name] = key;
    }
  } catch {
    // What can't be read is as good as nothing kept.
  }
}
