// The moderators' desk by keyboard: the same forms, sent behind the scenes, and the next items ready before they are
// wanted. A decision is shown as made at once; when the server says no, the item comes back with what went wrong.
import { decorate, onKeys } from "./desk_keys";
import { load } from "./fragment";
import { sayNow } from "./say";

/** Items that are fetched in advance. */
const AHEAD = 10;
/** Who only passes through takes no lock. */
const LINGERS = 400;
/** How long a decision may take to arrive. */
const PATIENCE = 20_000;

interface Answer {
  outcome: string;
  words: string;
  undo: string | null;
  left: string[];
}

/** A decision on its way, and the row that comes back when it fails or is taken back. */
interface Sent {
  row: HTMLElement | undefined;
  before: Element | null;
  title: string;
  undo: string | null;
}

const found = document.querySelector<HTMLElement>("[data-fm-desk]");
if (found) desk(found);
else onKeys({});

function desk(root: HTMLElement): void {
  const place = root.querySelector<HTMLElement>("[data-fm-place]");
  const strip = root.querySelector<HTMLElement>("[data-fm-just]");
  const rows = root.querySelector<HTMLElement>("[data-fm-rows]");
  if (!place || !strip) return;
  const ready = new Map<string, Promise<HTMLElement | undefined>>();
  let here = row(caseId());
  let held = here ? caseId() : "";
  let lingering = 0;
  let dry = rows === null;
  let chain: Promise<unknown> = Promise.resolve();
  let last: Sent | undefined;
  const words = (name: string): string => root.dataset[`say${name}`] ?? "";

  function caseId(): string {
    return (place?.querySelector<HTMLElement>("[data-fm-case]")?.dataset.fmCase ?? "").replaceAll("-", "");
  }

  function row(id: string): HTMLElement | undefined {
    return rows?.querySelector<HTMLElement>(`[data-fm-row="${id}"]`) ?? undefined;
  }

  function link(of: HTMLElement): HTMLAnchorElement | null {
    return of.querySelector<HTMLAnchorElement>(".fm-entry__link");
  }

  /** The item of a row, asked for once. */
  function fetchItem(of: HTMLElement): Promise<HTMLElement | undefined> {
    const id = of.dataset.fmRow ?? "";
    const known = ready.get(id);
    if (known) return known;
    const address = new URL(link(of)?.href ?? "", location.href);
    address.searchParams.set("part", "item");
    const item = load(address.href).then((body) => {
      const part = body?.querySelector<HTMLElement>("[data-fm-case]");
      return part ? document.importNode(part, true) : undefined;
    });
    ready.set(id, item);
    void item.then((part) => part ?? ready.delete(id));
    return item;
  }

  /** Shows a row's item. `started` is when its reader asked for it. */
  async function open(of: HTMLElement, started: number, trouble = ""): Promise<void> {
    here = of;
    const part = await fetchItem(of);
    if (here !== of || !place) return;
    if (!part) {
      location.assign(link(of)?.href ?? location.href);
      return;
    }
    place.replaceChildren(part);
    root.classList.add("fm-desk--open");
    for (const one of rows?.querySelectorAll("[aria-current]") ?? []) one.removeAttribute("aria-current");
    link(of)?.setAttribute("aria-current", "true");
    decorate(part);
    if (trouble) complain(part, trouble);
    part.querySelector<HTMLElement>("#case-title")?.focus({ preventScroll: true });
    if (part.getBoundingClientRect().top < 0) part.scrollIntoView({ block: "start" });
    requestAnimationFrame(() => performance.measure("desk-next", { start: started, end: performance.now() }));
    history.replaceState(null, "", link(of)?.href);
    document.title = `${part.dataset.title ?? ""} – ${root.dataset.site ?? ""}`;
    of.scrollIntoView({ block: "nearest" });
    clearTimeout(lingering);
    lingering = window.setTimeout(() => void hold(of, part), LINGERS);
    void lookAhead(of);
  }

  /** Takes the lock of what is open, and gives back that of what was. */
  async function hold(of: HTMLElement, part: HTMLElement): Promise<void> {
    const id = of.dataset.fmRow ?? "";
    if (held && held !== id && row(held)) {
      const other = link(row(held) ?? of)?.href.split("?")[0] ?? "";
      void post(`${other}/release`, new URLSearchParams());
    }
    held = id;
    const answer = await post(`${part.dataset.lock ?? ""}/lock`, new URLSearchParams());
    // Somebody else has it, or it is decided: the page that says so.
    if (answer?.status === 205 && here === of) {
      ready.delete(id);
      if (part.querySelector("[name=take]")) return;
      void open(of, performance.now());
    }
  }

  async function lookAhead(of: HTMLElement): Promise<void> {
    let next: Element | null = of;
    for (let n = 0; n < AHEAD; n += 1) {
      next = next?.nextElementSibling ?? null;
      if (next instanceof HTMLElement) void fetchItem(next);
      else return more();
    }
  }

  /** Further rows, when these run out. */
  async function more(): Promise<void> {
    const end = rows?.lastElementChild;
    if (dry || !rows || !(end instanceof HTMLElement)) return;
    dry = true;
    const query = `${root.dataset.query ?? ""}part=rows&after=${encodeURIComponent(end.dataset.cursor ?? "")}`;
    const body = await load(`${root.dataset.fmDesk ?? ""}?${query}`);
    for (const one of body?.querySelectorAll<HTMLElement>("[data-fm-row]") ?? []) {
      if (row(one.dataset.fmRow ?? "")) continue;
      rows.append(document.importNode(one, true));
      dry = false;
    }
    if (!dry && here) void lookAhead(here);
  }

  function step(way: "nextElementSibling" | "previousElementSibling"): void {
    const to = here ? here[way] : rows?.firstElementChild;
    if (to instanceof HTMLElement) void open(to, performance.now());
    else sayNow(words("Empty"));
  }

  async function post(address: string, fields: URLSearchParams): Promise<Response | undefined> {
    const token = document.querySelector<HTMLInputElement>("input[name=csrf]")?.value ?? "";
    if (!fields.has("csrf")) fields.set("csrf", token);
    try {
      const signal = AbortSignal.timeout(PATIENCE);
      return await fetch(address, { method: "POST", body: fields, headers: { Accept: "application/json" }, signal });
    } catch {
      return undefined;
    }
  }

  async function heard(address: string, fields: URLSearchParams): Promise<Answer | undefined> {
    const response = await post(address, fields);
    if (!response?.ok) return undefined;
    try {
      return (await response.json()) as Answer;
    } catch {
      return undefined;
    }
  }

  /** What is missing before a form can be sent; nothing when it is whole. */
  function missing(form: HTMLFormElement, fields: URLSearchParams): [string, string] | undefined {
    if (fields.get("now")) return undefined;
    const act = form.querySelector<HTMLInputElement>("[name=act]:checked");
    if (!act) return [words("Act"), "[name=act]"];
    if (act.value === "MERGE" && !fields.get("into")?.trim()) return [words("Number"), "#into"];
    if (act.value === "MOVE" && !fields.get("to")) return [words("Campaign"), "#to"];
    if ("reason" in act.dataset && !fields.get("reason")) return [words("Reason"), "[name=reason]"];
    if ("note" in act.dataset && !fields.get("note")?.trim()) return [words("Note"), "#note"];
    return undefined;
  }

  function decide(form: HTMLFormElement, submitter: HTMLElement | null, started: number): void {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) fields.append(name, String(value));
    const pressed = submitter instanceof HTMLButtonElement && submitter.name === "now" ? submitter : undefined;
    if (pressed) fields.set("now", pressed.value);
    const lacks = missing(form, fields);
    const part = form.closest<HTMLElement>("[data-fm-case]");
    if (lacks && part) {
      complain(part, lacks[0]);
      form.querySelector<HTMLElement>(lacks[1])?.focus();
      return;
    }
    const meant = pressed ?? form.querySelector<HTMLElement>("[name=act]:checked");
    leave(form.action, fields, meant?.dataset.settles !== "false", started);
  }

  /** Sends what was decided. The item goes from the list at once, unless it is not done with it. */
  function leave(address: string, fields: URLSearchParams, settles: boolean, started: number): void {
    const of = here;
    const title = place?.querySelector<HTMLElement>("#case-title")?.textContent ?? "";
    const sent: Sent = { row: of, before: of?.nextElementSibling ?? null, title, undo: null };
    last = sent;
    const next = settles ? (of?.nextElementSibling ?? of?.previousElementSibling) : undefined;
    if (of && settles) {
      of.remove();
      held = "";
    }
    if (next instanceof HTMLElement) void open(next, started);
    tell(`${words("Sending")} ${title}`, undefined, false);
    chain = chain.then(async () => {
      const answer = await heard(address, fields);
      if (answer) told(answer.left);
      if (answer?.outcome === "DONE") {
        sent.undo = answer.undo;
        if (last === sent) tell(`${answer.words}: ${title}`, answer.undo ? sent : undefined, false);
        if (of) ready.delete(of.dataset.fmRow ?? "");
        if (of && !settles) void open(of, performance.now());
        if (settles && !(next instanceof HTMLElement)) location.assign(`${root.dataset.fmDesk ?? ""}?${root.dataset.query ?? ""}`);
        return;
      }
      const said = answer?.words || words("Failed");
      tell(`${title}: ${said}`, undefined, true);
      bringBack(sent, said);
    });
  }

  /** Puts an item back where it was, and opens it as it is now. */
  function bringBack(sent: Sent, trouble: string): void {
    const of = sent.row;
    if (!of || !rows) return location.reload();
    if (!of.isConnected) rows.insertBefore(of, sent.before?.parentElement === rows ? sent.before : rows.firstElementChild);
    ready.delete(of.dataset.fmRow ?? "");
    void open(of, performance.now(), trouble);
  }

  function undo(): void {
    const sent = last;
    const form = strip?.querySelector<HTMLFormElement>("form");
    if (!sent) return form?.requestSubmit();
    chain = chain.then(async () => {
      if (!sent.undo) return;
      const answer = await heard(sent.undo, new URLSearchParams());
      if (answer) told(answer.left);
      const said = answer?.words || words("Failed");
      tell(`${sent.title}: ${said}`, undefined, answer?.outcome !== "DONE");
      if (answer?.outcome !== "DONE") return;
      last = undefined;
      bringBack(sent, "");
    });
  }

  /** What became of the last decision, with a button to take it back. */
  function tell(words: string, sent: Sent | undefined, failed: boolean): void {
    const box = document.createElement("div");
    box.className = failed ? "fm-just fm-just--failed" : "fm-just";
    const said = document.createElement("p");
    said.className = "fm-just__said";
    said.textContent = words;
    box.append(said);
    const button = document.querySelector<HTMLTemplateElement>("[data-fm-undo-button]")?.content.firstElementChild;
    if (sent && button) {
      const copy = document.importNode(button, true);
      copy.addEventListener("click", undo);
      box.append(copy);
    }
    strip?.replaceChildren(box);
    decorate(box);
    sayNow(words);
  }

  function told(left: string[]): void {
    const lines = left.map((words) => {
      const line = document.createElement("span");
      line.textContent = words;
      return line;
    });
    root.querySelector("[data-fm-left]")?.replaceChildren(...lines);
  }

  /** What stands in the way, above the item. */
  function complain(part: HTMLElement, words: string): void {
    const box = document.createElement("p");
    box.className = "fm-note fm-note--waiting";
    box.textContent = words;
    part.querySelector("[data-fm-trouble]")?.replaceChildren(box);
    sayNow(words);
  }

  root.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
    if (form.matches("[data-fm-decide]")) {
      event.preventDefault();
      decide(form, event.submitter, performance.now());
    } else if (form.matches("[data-fm-ask]")) {
      event.preventDefault();
      const fields = new URLSearchParams();
      for (const [name, value] of new FormData(form)) fields.append(name, String(value));
      if (fields.get("why")?.trim()) leave(form.action, fields, true, performance.now());
      else form.querySelector<HTMLElement>("#why")?.focus();
    }
  });
  rows?.addEventListener("click", (event) => {
    const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    const pressed = event.target instanceof Element ? event.target.closest(".fm-entry__link") : null;
    const of = pressed?.closest<HTMLElement>("[data-fm-row]");
    if (!plain || !of) return;
    event.preventDefault();
    void open(of, performance.now());
  });

  const act = (name: string): void => {
    const control = place.querySelector<HTMLElement>(`.fm-decide [data-key="${name}"]`);
    if (control instanceof HTMLButtonElement) control.form?.requestSubmit(control);
    if (control instanceof HTMLInputElement) {
      control.checked = true;
      control.focus();
      control.closest("form")?.querySelector("[data-fm-send]")?.scrollIntoView({ block: "nearest" });
    }
  };
  onKeys({
    next: () => step("nextElementSibling"),
    previous: () => step("previousElementSibling"),
    undo,
    select: () => {
      const box = here?.querySelector<HTMLInputElement>(".fm-entry__check");
      if (!box) return;
      box.checked = !box.checked;
      sayNow(words(box.checked ? "Selected" : "Unselected"));
    },
    bulk: () => {
      const bulk = root.querySelector<HTMLDetailsElement>("[data-fm-bulk]");
      if (bulk) bulk.open = true;
      bulk?.querySelector<HTMLElement>("#bulk-act")?.focus();
    },
    cluster: () => {
      const all = here?.dataset.alike;
      if (all) location.assign(all);
    },
    second: () => {
      const more = place.querySelector<HTMLDetailsElement>("[data-fm-second]");
      if (more) more.open = true;
      more?.querySelector<HTMLElement>("#why")?.focus();
    },
    note: () => place.querySelector<HTMLElement>("#note")?.focus(),
    digit: (digit) => {
      if (!place.querySelector("[data-reason]:checked")) return;
      const reason = place.querySelector<HTMLInputElement>(`[data-digit="${digit}"]`);
      if (!reason) return;
      reason.checked = true;
      reason.focus();
    },
    enter: () => {
      const send = place.querySelector<HTMLButtonElement>("[data-fm-send]");
      if (send && place.querySelector("[name=act]:checked")) send.form?.requestSubmit(send);
    },
    escape: () => place.querySelector<HTMLElement>("#case-title")?.focus(),
    act,
  });
  if (here) void lookAhead(here);
  else for (const one of [...(rows?.children ?? [])].slice(0, AHEAD)) if (one instanceof HTMLElement) void fetchItem(one);
}
