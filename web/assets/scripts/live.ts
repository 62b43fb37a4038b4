// Numbers that move while the page is looked at. The page has the right numbers without this. They come as a stream;
// where something on the way lets no stream through, the page asks every quarter of a minute instead. Whoever gets no
// answer waits longer each time, and a page that nobody looks at asks nothing.
import { answered } from "./answered";
import { say } from "./say";
import { show, type Tally, written } from "./tallies";
import { words } from "./vote_words";

const MOST = 50;
const FIRST_WAIT = 4000;
const LONGEST_WAIT = 120_000;
/** A line that held for so long was a good one: what breaks it is not held against it. */
const STEADY = 60_000;
/** How long an open stream may say nothing: it begins with the present numbers. */
const SILENCE = 10_000;
/** Streams that never opened, before the page stops trying. */
const PATIENCE = 2;
const ASK_AGAIN = 15_000;

export function live(): void {
  const places = document.querySelectorAll<HTMLElement>("[data-fm-idea]");
  const ideas = [...new Set([...places].map((place) => place.dataset.fmIdea ?? ""))].slice(0, MOST);
  if (ideas.length === 0 || document.querySelector("[data-fm-still]")) return;
  const which = `?ideas=${ideas.join(",")}`;

  const began = performance.now();
  const take = (tally: Tally): void => {
    // What arrives first only says again what the page shows.
    if (show(tally) && ideas.length === 1 && performance.now() - began > 3000) speak(tally);
  };
  const line = "EventSource" in window ? streamed(`/live${which}`, take) : asked(`/live/tallies${which}`, take);
  line.fallback = () => {
    line.close();
    Object.assign(line, asked(`/live/tallies${which}`, take));
    line.open();
  };

  // A page that nobody looks at holds no line open.
  document.addEventListener("visibilitychange", () => (document.hidden ? line.close() : line.open()));
  window.addEventListener("pagehide", () => line.close());
  window.addEventListener("pageshow", () => line.open());
  line.open();
}

/** A way for numbers to come. */
interface Line {
  open: () => void;
  close: () => void;
  /** What to do when this way leads nowhere. */
  fallback?: () => void;
}

/**
 * A browser opens a broken line again after the same few seconds, for as long as it takes. So the line is closed here, and
 * opened again after a wait that grows until a line holds.
 */
function streamed(address: string, take: (tally: Tally) => void): Line {
  let source: EventSource | undefined;
  let timer = 0;
  let silence = 0;
  let wait = FIRST_WAIT;
  let since = 0;
  let worked = false;
  let failed = 0;

  const broken = (): void => {
    line.close();
    if (!worked && ++failed >= PATIENCE) return line.fallback?.();
    if (performance.now() - since > STEADY) wait = FIRST_WAIT;
    timer = window.setTimeout(line.open, wait * (0.75 + Math.random() / 2));
    wait = Math.min(wait * 2, LONGEST_WAIT);
  };

  const line: Line = {
    open: () => {
      clearTimeout(timer);
      if (source || document.hidden) return;
      since = performance.now();
      source = new EventSource(address);
      // A stream that was let through before is only broken; one that never was leads nowhere.
      silence = window.setTimeout(() => (worked ? broken() : line.fallback?.()), SILENCE);
      source.addEventListener("tally", (event) => {
        clearTimeout(silence);
        worked = true;
        take(JSON.parse((event as MessageEvent<string>).data) as Tally);
      });
      source.addEventListener("answer", (event) => {
        const told = JSON.parse((event as MessageEvent<string>).data) as { idea: number };
        void answered(told.idea);
      });
      source.addEventListener("error", broken);
    },
    close: () => {
      clearTimeout(timer);
      clearTimeout(silence);
      source?.close();
      source = undefined;
    },
  };
  return line;
}

/** Asks again and again, less often while there is no answer. */
function asked(address: string, take: (tally: Tally) => void): Line {
  let timer = 0;
  let running = false;
  let wait = ASK_AGAIN;
  /** How often it was opened. Who began to ask before the page was hidden asks no more when it is shown again. */
  let opened = 0;
  const ask = async (turn: number): Promise<void> => {
    try {
      const response = await fetch(address);
      if (!response.ok) throw new Error(String(response.status));
      for (const tally of (await response.json()) as Tally[]) take(tally);
      wait = ASK_AGAIN;
    } catch {
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
    if (running && turn === opened) timer = window.setTimeout(() => void ask(turn), wait * (0.9 + Math.random() / 5));
  };
  return {
    open: () => {
      if (running || document.hidden) return;
      running = true;
      void ask(++opened);
    },
    close: () => {
      running = false;
      clearTimeout(timer);
    },
  };
}

function speak(tally: Tally): void {
  const form = document.querySelector(`[data-fm-vote="${tally.idea}"]`);
  const now = form && words(form.querySelector('[data-choice="OPPOSE"]') ? "both" : "now");
  if (now) say(now.replace("{support}", written(tally.support)).replace("{oppose}", written(tally.oppose)));
}
