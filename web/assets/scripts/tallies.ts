// The numbers of one idea, wherever the page shows them. An older version than the one shown is dropped.

export interface Tally {
  idea: number;
  support: number;
  oppose: number;
  comments?: number;
  version: number;
}

const versions = new Map<number, number>();

/** Shows the numbers. Says whether any of them changed. */
export function show(tally: Tally): boolean {
  if ((versions.get(tally.idea) ?? -1) >= tally.version) return false;
  versions.set(tally.idea, tally.version);
  let changed = false;
  const put = (name: string, value: number | undefined): void => {
    if (value === undefined) return;
    for (const place of document.querySelectorAll(`[data-fm-${name}="${tally.idea}"]`)) {
      const text = String(value);
      if (place.textContent !== text) {
        place.textContent = text;
        changed = true;
      }
    }
  };
  put("support", tally.support);
  put("oppose", tally.oppose);
  put("comments", tally.comments);
  for (const bar of document.querySelectorAll(`[data-fm-bar="${tally.idea}"]`)) {
    bar.setAttribute("viewBox", `0 0 ${Math.max(1, tally.support + tally.oppose)} 1`);
    bar.querySelector("rect")?.setAttribute("width", String(tally.support));
    for (const end of ["x1", "x2"]) bar.querySelector("line")?.setAttribute(end, String(tally.support));
  }
  return changed;
}
