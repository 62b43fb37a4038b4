// The one place that speaks to screen readers of what changed by itself: politely, and at most every five seconds. What
// comes meanwhile waits, and only the newest is said. It holds no words of its own: whoever speaks brings them from
// the page.

const GAP = 5000;

let last = -GAP;
let timer = 0;

let waiting = "";

/** Says what somebody just did: at once. What was waiting to be said waits again. */
export function sayNow(words: string): void {
  const place = document.querySelector("[data-fm-say]");
  if (!place) return;
  last = performance.now();
  place.textContent = words;
  if (waiting) say(waiting);
}

/** Says what happened by itself: when its time has come. */
export function say(words: string): void {
  clearTimeout(timer);
  waiting = words;
  timer = window.setTimeout(() => {
    waiting = "";
    sayNow(words);
  }, Math.max(0, last + GAP - performance.now()));
}
