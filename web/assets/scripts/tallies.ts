// The numbers of one idea, wherever the page shows them, written as the page's language writes numbers. They never go
// back: an older version than the one shown is dropped, be it the page's own. While a vote is on its way, its own count stands on top of the
// numbers that are known, and news wait until the answer is there.

export interface Tally {
  idea: number;
  support: number;
  oppose: number;
  comments?: number;
  version: number;
}

export type Choice = "SUPPORT" | "OPPOSE" | "";

const known = new Map<number, Tally>();
const waiting = new Map<number, Tally | undefined>();
let digits: Intl.NumberFormat | undefined;

/** Shows the numbers. Says whether any of them changed. */
export function show(tally: Tally): boolean {
  if ((known.get(tally.idea) ?? read(tally.idea)).version >= tally.version) return false;
  if (waiting.has(tally.idea)) {
    const newest = waiting.get(tally.idea);
    if (!newest || newest.version < tally.version) waiting.set(tally.idea, tally);
    return false;
  }
  known.set(tally.idea, tally);
  return draw(tally);
}

/** Counts a vote that is on its way: from what stands to what is wanted. */
export function expect(idea: number, stands: Choice, wanted: Choice): void {
  const now = known.get(idea) ?? read(idea);
  if (!known.has(idea)) known.set(idea, now);
  if (!waiting.has(idea)) waiting.set(idea, undefined);
  const moved = (which: Choice): number => Number(wanted === which) - Number(stands === which);
  draw({ ...now, comments: undefined, support: now.support + moved("SUPPORT"), oppose: now.oppose + moved("OPPOSE") });
}

/** The answer is there, or there is none: shows what is known to be true. */
export function settle(idea: number, answer?: Tally): void {
  const news = waiting.get(idea);
  waiting.delete(idea);
  for (const tally of [answer, news]) {
    if (tally && (known.get(idea)?.version ?? -1) < tally.version) known.set(idea, { ...known.get(idea), ...tally });
  }
  const now = known.get(idea);
  if (now) draw(now);
}

/** What the page says, before anything newer came. Where it doesn't say of which version that is, it is older than any. */
function read(idea: number): Tally {
  const count = (name: string): number => {
    const words = document.querySelector(`[data-fm-${name}="${idea}"]`)?.textContent ?? "";
    return Number(words.replace(/\D/g, ""));
  };
  const version = document.querySelector<HTMLElement>(`[data-fm-idea="${idea}"]`)?.dataset.fmVersion;
  return { idea, support: count("support"), oppose: count("oppose"), version: Number(version ?? -1) };
}

/** A number as the page's language writes it. */
export function written(value: number): string {
  digits ??= new Intl.NumberFormat(document.documentElement.lang);
  return digits.format(value);
}

function draw(tally: Tally): boolean {
  let changed = false;
  const put = (name: string, value: number | undefined): void => {
    if (value === undefined) return;
    const text = written(value);
    for (const place of document.querySelectorAll(`[data-fm-${name}="${tally.idea}"]`)) {
      if (place.textContent === text) continue;
      place.textContent = text;
      move(place);
      changed = true;
    }
  };
  put("support", tally.support);
  put("oppose", tally.oppose);
  put("comments", tally.comments);
  for (const bar of document.querySelectorAll(`[data-fm-bar="${tally.idea}"]`)) {
    bar.setAttribute("viewBox", `0 0 ${Math.max(1, tally.support + tally.oppose)} 1`);
    bar.querySelector("rect")?.setAttribute("width", String(tally.support));
    const gap = bar.querySelector("line");
    for (const end of ["x1", "x2"]) gap?.setAttribute(end, String(tally.support));
    // Between something and nothing there is no gap.
    gap?.setAttribute("visibility", tally.support > 0 && tally.oppose > 0 ? "visible" : "hidden");
  }
  return changed;
}

/** A number that changed moves a little; the style sheet says how, and not at all for those who don't want it. */
function move(place: Element): void {
  place.classList.remove("fm-moved");
  requestAnimationFrame(() => place.classList.add("fm-moved"));
}
