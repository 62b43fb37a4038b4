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
  for (const bar of document.querySelectorAll<HTMLMeterElement>(`meter[data-fm-bar="${tally.idea}"]`)) {
    bar.max = Math.max(1, tally.support + tally.oppose);
    bar.value = tally.support;
  }
  return changed;
}
