// The one place that speaks to screen readers of what changed by itself: politely, and at most every five seconds. What
// comes meanwhile waits, and only the newest is said. It holds no words of its own: whoever speaks brings them from
// the page.

const GAP = 5000;

let last = -GAP;
let timer = 0;

/** Says what somebody just did: at once. */
export function sayNow(words: string): void {
  const place = document.querySelector("[data-fm-say]");
  if (!place) return;
  clearTimeout(timer);
  last = performance.now();
  place.textContent = words;
}

/** Says what happened by itself: when its time has come. */
export function say(words: string): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => sayNow(words), Math.max(0, last + GAP - performance.now()));
}
