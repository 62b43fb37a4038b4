// The moderators' desk by keyboard: the same forms, sent behind the scenes, and the next items ready before they are
// wanted. A decision is shown as made at once; when the server says no, the item comes back to the list with what was
// typed and what went wrong, and nobody is torn from the item that they read meanwhile.
import { decorate, onKeys } from "./desk_keys";
import { type Answer, fieldsOf, Line, post, tell as tellServer } from "./desk_line";
import { redacting, show as showRedaction } from "./desk_redact";
import { caseIn, partOf, Rows, type Way } from "./desk_rows";
import { complain, left, type Offer, tell as tellStrip } from "./desk_strip";
import { load } from "./fragment";
import { sayNow } from "./say";

/** Who only passes through takes no lock. */
const LINGERS = 400;
/** A lock ends by itself after five minutes. */
const RENEWED = 120_000;
/** A second click of a double click was not meant for what came under it. */
const TWICE = 300;

/** A decision on its way, and what comes back when it fails or is taken back. */
interface Sent {
  row: HTMLElement | undefined;
  before: Element | null;
  part: HTMLElement;
  form: HTMLFormElement;
  fields: URLSearchParams;
  title: string;
  undo: string | null;
  said: string;
}

interface Held {
  outcome: string;
  rest: [string, boolean][];
}

const found = document.querySelector<HTMLElement>("[data-fm-desk]");
const middle = found?.querySelector<HTMLElement>("[data-fm-place]");
const above = found?.querySelector<HTMLElement>("[data-fm-just]");
if (found && middle && above) desk(found, middle, above);
else onKeys({});

function desk(root: HTMLElement, place: HTMLElement, strip: HTMLElement): void {
  const query = root.dataset.query ?? "";
  const rows = new Rows(root.querySelector<HTMLElement>("[data-fm-rows]"), root.dataset.fmDesk ?? "", query);
  const line = new Line();
  /** What was sent once is not sent again, however often its key is pressed. */
  const gone = new WeakSet<HTMLElement>();
  /** Decisions that can be taken back, the latest last. */
  const made: Sent[] = [];
  /** Decisions that were refused, until they are looked at again. */
  const refused = new Map<HTMLElement, Sent>();
  /** The row that was asked for, and the one whose item stands there. */
  let here = rows.find(caseId(shown()));
  let held = here;
  let latest: Sent | undefined;
  let lingering = 0;
  let since = -TWICE;
  let touched = false;
  const words = (name: string): string => root.dataset[`say${name}`] ?? "";
  const tell = (said: string, failed = false, offer?: Offer): void => tellStrip(strip, said, failed, offer);

  function shown(): HTMLElement | undefined {
    return place.querySelector<HTMLElement>("[data-fm-case]") ?? undefined;
  }

  function caseId(part: HTMLElement | undefined): string {
    return (part?.dataset.fmCase ?? "").replaceAll("-", "");
  }

  /** The row's item; with what was typed, where that was refused. */
  async function itemOf(of: HTMLElement): Promise<HTMLElement | undefined> {
    const sent = refused.get(of);
    if (!sent) return rows.item(of);
    const fields = new URLSearchParams(sent.fields);
    fields.set("look", "yes");
    // Without an answer the form that was sent comes back as it was: nothing typed is lost.
    const part = caseIn(await load(partOf(sent.form), fields)) ?? sent.part;
    complain(part, sent.said);
    // From here on it is like any other, and what is typed in it stays with it.
    refused.delete(of);
    rows.keep(of, part);
    return part;
  }

  /** Opens a row's item. `started` is when its reader asked for it; `passing` when the desk itself goes on. */
  async function open(of: HTMLElement, started: number, passing = false): Promise<void> {
    const from = here;
    here = of;
    const part = await itemOf(of);
    if (here !== of) return;
    if (!part) {
      here = from;
      tell(words("Unreachable"), true);
      return;
    }
    put(of, part);
    part.querySelector<HTMLElement>("#case-title")?.focus({ preventScroll: true });
    if (part.getBoundingClientRect().top < 0) part.scrollIntoView({ block: "start" });
    requestAnimationFrame(() => performance.measure("desk-next", { start: started, end: performance.now() }));
    history.replaceState(null, "", rows.link(of)?.href);
    document.title = `${part.dataset.title ?? ""} – ${root.dataset.site ?? ""}`;
    of.scrollIntoView({ block: "nearest" });
    clearTimeout(lingering);
    // Whoever has decided goes on at once, and so does their lock: the next one may be somebody's.
    if (passing) void hold(of, part, true);
    else lingering = window.setTimeout(() => void hold(of, part, false), LINGERS);
    rows.lookAhead(of.nextElementSibling);
  }

  function put(of: HTMLElement, part: HTMLElement): void {
    place.replaceChildren(part);
    touched = false;
    since = performance.now();
    root.classList.add("fm-desk--open");
    for (const one of rows.list?.querySelectorAll("[aria-current]") ?? []) one.removeAttribute("aria-current");
    rows.link(of)?.setAttribute("aria-current", "true");
    decorate(part);
    steps(of);
  }

  /** The buttons that lead along the list. */
  function steps(of: HTMLElement): void {
    const made = document.querySelector<HTMLTemplateElement>("[data-fm-steps]")?.content.firstElementChild;
    if (!made) return;
    const nav = document.importNode(made, true);
    for (const link of nav.querySelectorAll<HTMLAnchorElement>("[data-fm-step]")) {
      const to = rows.step(of, wayOf(link));
      if (to) link.href = rows.link(to)?.href ?? link.href;
      else link.remove();
    }
    const old = root.querySelector(".fm-desk__steps");
    if (old) old.replaceWith(nav);
    else place.before(nav);
    decorate(nav);
  }

  function wayOf(link: HTMLElement): Way {
    return link.dataset.fmStep === "next" ? "nextElementSibling" : "previousElementSibling";
  }

  /** Takes the lock of what is open, and gives back that of what was. */
  async function hold(of: HTMLElement, part: HTMLElement, passing: boolean): Promise<void> {
    if (held && held !== of && held.isConnected) {
      const other = rows.link(held)?.href.split("?")[0] ?? "";
      tellServer(`${other}/release`);
    }
    held = of;
    const answer = await post<Held>(part.dataset.lock ?? "", new URLSearchParams());
    if (!answer) return;
    rows.told(of, answer.rest, words("Theirs"), words("Gone"));
    if (here === of) steps(of);
    if (answer.outcome === "YOURS") return;
    held = undefined;
    rows.mark(of, words(answer.outcome === "GONE" ? "Gone" : "Theirs"), true);
    if (here !== of) return;
    const next = passing && !touched ? rows.step(of, "nextElementSibling") : undefined;
    if (next) void open(next, performance.now(), true);
    else if (touched) complain(shown() ?? part, words(answer.outcome === "GONE" ? "Gone" : "Locked"));
    else if (!part.querySelector("[data-fm-take]")) void refresh(of);
  }

  /** The item as it is now, in the place of what its reader has not touched. */
  async function refresh(of: HTMLElement, sent = false): Promise<void> {
    rows.drop(of);
    const part = await itemOf(of);
    if (!part || here !== of || (touched && !sent)) return;
    const inside = place.contains(document.activeElement);
    put(of, part);
    if (inside) part.querySelector<HTMLElement>("#case-title")?.focus({ preventScroll: true });
  }

  function step(way: Way): void {
    const to = here ? rows.step(here, way) : rows.first();
    if (to) void open(to, performance.now());
    else sayNow(words("Empty"));
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
    const part = form.closest<HTMLElement>("[data-fm-case]");
    if (!part || gone.has(part)) return;
    const pressed = submitter instanceof HTMLButtonElement ? submitter : undefined;
    if (pressed?.name === "look") return void showRedaction(form);
    const fields = fieldsOf(form);
    if (pressed?.name === "now") fields.set("now", pressed.value);
    const lacks = missing(form, fields);
    if (lacks) {
      complain(part, lacks[0]);
      form.querySelector<HTMLElement>(lacks[1])?.focus();
      return;
    }
    const meant = pressed?.name === "now" ? pressed : form.querySelector<HTMLElement>("[name=act]:checked");
    leave(part, form, fields, meant?.dataset.settles !== "false", started);
  }

  function ask(form: HTMLFormElement): void {
    const part = form.closest<HTMLElement>("[data-fm-case]");
    const fields = fieldsOf(form);
    if (!fields.get("why")?.trim()) form.querySelector<HTMLElement>("#why")?.focus();
    else if (part && !gone.has(part)) leave(part, form, fields, true, performance.now());
  }

  /** Sends what was decided. The item goes from the list at once, unless it is not done with it. */
  function leave(part: HTMLElement, form: HTMLFormElement, fields: URLSearchParams, settles: boolean, started: number): void {
    gone.add(part);
    const row = rows.find(caseId(part));
    const title = part.querySelector("#case-title")?.textContent ?? "";
    const before = row?.nextElementSibling ?? null;
    const sent: Sent = { row, before, part, form, fields, title, undo: null, said: "" };
    latest = sent;
    if (form.matches("[data-fm-decide]")) made.push(sent);
    const next = row && settles ? (rows.step(row, "nextElementSibling") ?? rows.step(row, "previousElementSibling")) : undefined;
    if (row) {
      refused.delete(row);
      delete row.dataset.refused;
      rows.mark(row, "", false);
      rows.drop(row);
    }
    if (row && settles) {
      row.remove();
      if (held === row) held = undefined;
    }
    if (next) void open(next, started, true);
    tell(`${words("Sending")} ${title}`);
    line.add({ address: () => form.action, fields, then: (answer) => answered(sent, answer, settles) });
  }

  function answered(sent: Sent, answer: Answer | undefined, settles: boolean): void {
    if (answer) left(root.querySelector("[data-fm-left]"), answer.left);
    if (answer?.outcome !== "DONE") return refuse(sent, answer);
    sent.undo = answer.undo;
    if (latest === sent) tell(`${answer.words}: ${sent.title}`, false, sent.undo ? { button: "undo", does: undo } : undefined);
    if (sent.row && !settles && shown() === sent.part) void refresh(sent.row, true);
    leaveIfDone(sent);
  }

  /** To the queue, when nothing else is left to show. */
  function leaveIfDone(sent: Sent): void {
    if (here?.isConnected || shown() !== sent.part || !line.idle || rows.list?.querySelector("[data-refused]")) return;
    location.assign(`${root.dataset.fmDesk ?? ""}?${query}`);
  }

  /** It was not done: it waits in the list with what was typed. Only whoever has nothing else open is led to it. */
  function refuse(sent: Sent, answer: Answer | undefined): void {
    const { row, title } = sent;
    const at = made.indexOf(sent);
    if (at >= 0) made.splice(at, 1);
    sent.said = answer?.words || words("Failed");
    gone.delete(sent.part);
    if (answer?.outcome === "ALREADY") {
      tell(`${title}: ${sent.said}`, true);
      row?.remove();
      return leaveIfDone(sent);
    }
    if (!row) return complain(sent.part, sent.said);
    putBack(sent);
    row.dataset.refused = "";
    refused.set(row, sent);
    rows.mark(row, words("Refused"), false);
    const back = (): void => void open(row, performance.now());
    const elsewhere = here !== row && here?.isConnected;
    tell(`${title}: ${sent.said}`, true, elsewhere ? { button: "back", does: back } : undefined);
    if (!elsewhere) back();
  }

  function putBack({ row, before }: Sent): void {
    if (!row || row.isConnected || !rows.list) return;
    rows.list.insertBefore(row, before?.parentElement === rows.list ? before : rows.list.firstElementChild);
    rows.drop(row);
  }

  /** Takes back the latest decision that stands; pressed again, the one before it. */
  function undo(): void {
    const sent = made.pop();
    if (!sent) {
      const form = strip.querySelector<HTMLFormElement>("form");
      if (form) form.requestSubmit();
      else sayNow(words("Nothing"));
      return;
    }
    const address = (): string | undefined => (sent.undo ? `${sent.undo}?${query}` : undefined);
    line.add({ address, fields: new URLSearchParams(), then: (answer) => takenBack(sent, answer) });
  }

  function takenBack(sent: Sent, answer: Answer | undefined): void {
    if (answer) left(root.querySelector("[data-fm-left]"), answer.left);
    else made.push(sent);
    const offer: Offer | undefined = made.length > 0 ? { button: "undo", words: words("Before"), does: undo } : undefined;
    tell(`${sent.title}: ${answer?.words || words("Failed")}`, answer?.outcome !== "DONE", offer);
    latest = undefined;
    if (answer?.outcome !== "DONE") return;
    if (!sent.row || !rows.list) return location.reload();
    putBack(sent);
    rows.mark(sent.row, "", false);
    rows.drop(sent.row);
    void open(sent.row, performance.now());
  }

  function alongTheList(event: MouseEvent): void {
    const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!plain || !(event.target instanceof Element)) return;
    const way = event.target.closest<HTMLElement>("[data-fm-step]");
    const of = event.target.closest(".fm-entry__link")?.closest<HTMLElement>("[data-fm-row]");
    if (!way && !of) return;
    event.preventDefault();
    if (way) step(wayOf(way));
    else if (of) void open(of, performance.now());
  }

  root.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
    if (!form.matches("[data-fm-decide], [data-fm-ask]")) return;
    event.preventDefault();
    if (form.matches("[data-fm-ask]")) ask(form);
    else decide(form, event.submitter, performance.now());
  });
  root.addEventListener(
    "click",
    (event) => {
      const button = event.target instanceof Element ? event.target.closest("[data-fm-decide] button") : null;
      if (button && event.detail > 0 && performance.now() - since < TWICE) event.preventDefault();
    },
    true,
  );
  root.addEventListener("click", alongTheList);
  for (const kind of ["keydown", "pointerdown"]) place.addEventListener(kind, () => (touched = true));
  window.setInterval(() => {
    const part = shown();
    if (part && held && held === here && !gone.has(part)) void hold(held, part, false);
  }, RENEWED);
  redacting(root);

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
  rows.lookAhead(here ? here.nextElementSibling : (rows.list?.firstElementChild ?? null));
}
