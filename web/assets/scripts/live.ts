// Numbers that move while the page is looked at. The page has the right numbers without this. The browser reconnects by
// itself after a broken line; when the server says no, this waits longer each time.
import { say } from "./say";
import { show, type Tally } from "./tallies";

const MOST = 50;
const FIRST_WAIT = 4000;
const LONGEST_WAIT = 120_000;

export function live(): void {
  const places = document.querySelectorAll<HTMLElement>("[data-fm-idea]");
  const ideas = [...new Set([...places].map((place) => place.dataset.fmIdea ?? ""))].slice(0, MOST);
  const still = document.querySelector("[data-fm-still]");
  if (still || ideas.length === 0 || !("EventSource" in window)) return;
  const one = ideas.length === 1;

  let source: EventSource | undefined;
  let timer = 0;
  let wait = FIRST_WAIT;
  let settled = false;

  const open = (): void => {
    clearTimeout(timer);
    if (source || document.hidden) return;
    source = new EventSource(`/live?ideas=${ideas.join(",")}`);
    source.addEventListener("open", () => {
      wait = FIRST_WAIT;
    });
    source.addEventListener("tally", (event) => {
      const tally = JSON.parse((event as MessageEvent<string>).data) as Tally;
      // What arrives first only says again what the page shows.
      if (show(tally) && settled && one) {
        const against = document.querySelector(`[data-fm-oppose="${tally.idea}"]`) ? `, ${tally.oppose} against` : "";
        say(`${tally.support} in support${against}.`);
      }
    });
    source.addEventListener("error", () => {
      if (source?.readyState !== EventSource.CLOSED) return;
      close();
      timer = window.setTimeout(open, wait * (0.75 + Math.random() / 2));
      wait = Math.min(wait * 2, LONGEST_WAIT);
    });
  };
  const close = (): void => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  };

  // A page that nobody looks at holds no line open.
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  window.addEventListener("pagehide", close);
  window.addEventListener("pageshow", open);
  window.setTimeout(() => {
    settled = true;
  }, 3000);
  open();
}
