// The rows of the desk's list: which come next, the items behind them (fetched before they are wanted), and what others do
// with them meanwhile. What somebody else has, or has decided, is passed over.
import { load } from "./fragment";

/** Items that are fetched in advance. */
const AHEAD = 10;
/** Rows whose state the server tells with each lock: fewer than it sends, so that what is missing is gone. */
const TOLD = 15;

export type Way = "nextElementSibling" | "previousElementSibling";

export class Rows {
  readonly #ready = new Map<string, Promise<HTMLElement | undefined>>();
  #dry: boolean;

  constructor(
    readonly list: HTMLElement | null,
    readonly address: string,
    readonly query: string,
  ) {
    this.#dry = list === null;
  }

  find(id: string): HTMLElement | undefined {
    return this.list?.querySelector<HTMLElement>(`[data-fm-row="${id}"]`) ?? undefined;
  }

  id(of: HTMLElement): string {
    return of.dataset.fmRow ?? "";
  }

  link(of: HTMLElement): HTMLAnchorElement | null {
    return of.querySelector<HTMLAnchorElement>(".fm-entry__link");
  }

  first(): HTMLElement | undefined {
    const first = this.list?.firstElementChild;
    if (!(first instanceof HTMLElement)) return undefined;
    return "taken" in first.dataset ? this.step(first, "nextElementSibling") : first;
  }

  /** The next one that can be taken. */
  step(of: HTMLElement, way: Way): HTMLElement | undefined {
    for (let to = of[way]; to; to = to[way]) if (to instanceof HTMLElement && !("taken" in to.dataset)) return to;
    return undefined;
  }

  /** The item of a row, asked for once. */
  item(of: HTMLElement): Promise<HTMLElement | undefined> {
    const id = this.id(of);
    const known = this.#ready.get(id);
    if (known) return known;
    const address = new URL(this.link(of)?.href ?? "", location.href);
    address.searchParams.set("part", "item");
    const item = load(address.href).then(caseIn);
    this.#ready.set(id, item);
    void item.then((part) => {
      if (!part) this.#ready.delete(id);
      // Fetched a while before it is wanted: whoever has it then is known from here.
      else if (part.querySelector("[data-fm-take]")) of.dataset.taken = "";
    });
    return item;
  }

  /** The item of a row, as it stands now. */
  keep(of: HTMLElement, part: HTMLElement): void {
    this.#ready.set(this.id(of), Promise.resolve(part));
  }

  /** What was fetched of it is no longer true. */
  drop(of: HTMLElement): void {
    this.#ready.delete(this.id(of));
  }

  /** Says on a row why it is passed over, or why it came back; nothing takes that away again. */
  mark(of: HTMLElement, words: string, taken: boolean): void {
    of.querySelector("[data-fm-mark]")?.remove();
    if (taken) of.dataset.taken = "";
    else delete of.dataset.taken;
    if (!words) return;
    const mark = document.createElement("span");
    mark.className = "govuk-tag govuk-tag--waiting";
    mark.dataset.fmMark = "";
    mark.textContent = words;
    of.querySelector(".fm-entry__tags")?.append(mark);
  }

  /** What the server says of the rows that follow. */
  told(of: HTMLElement, rest: [string, boolean][], theirs: string, gone: string): void {
    const known = new Map(rest);
    let next = of.nextElementSibling;
    for (let n = 0; n < TOLD && next instanceof HTMLElement; n += 1, next = next.nextElementSibling) {
      if ("refused" in next.dataset) continue;
      const free = known.get(this.id(next));
      if (free === undefined) this.mark(next, gone, true);
      else if (free === "taken" in next.dataset) {
        this.mark(next, free ? "" : theirs, !free);
        this.drop(next);
      }
    }
  }

  lookAhead(from: Element | null): void {
    let next = from;
    for (let n = 0; n < AHEAD; n += 1, next = next.nextElementSibling) {
      if (!(next instanceof HTMLElement)) return void this.#more(from);
      if (!("taken" in next.dataset)) void this.item(next);
    }
  }

  /** Further rows, when these run out. */
  async #more(from: Element | null): Promise<void> {
    const end = this.list?.lastElementChild;
    if (this.#dry || !this.list || !(end instanceof HTMLElement)) return;
    this.#dry = true;
    const query = `${this.query}part=rows&after=${encodeURIComponent(end.dataset.cursor ?? "")}`;
    const body = await load(`${this.address}?${query}`);
    for (const one of body?.querySelectorAll<HTMLElement>("[data-fm-row]") ?? []) {
      if (this.find(this.id(one))) continue;
      this.list.append(document.importNode(one, true));
      this.#dry = false;
    }
    if (!this.#dry && from?.isConnected) this.lookAhead(from);
  }
}

/** The item in what the server drew. */
export function caseIn(body: HTMLElement | undefined): HTMLElement | undefined {
  const part = body?.querySelector<HTMLElement>("[data-fm-case]");
  return part ? document.importNode(part, true) : undefined;
}

/** The address of a form, for the item alone. */
export function partOf(form: HTMLFormElement): string {
  const address = new URL(form.action);
  address.searchParams.set("part", "item");
  return address.href;
}
