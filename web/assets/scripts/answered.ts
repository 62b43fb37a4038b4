// The council has answered the idea that this page is about, while somebody looks at it: the page is asked for once more,
// and the parts that the answer changes take their new form. What somebody types or votes stays as it is. Without this the
// answer is there when the page is opened the next time.
import { load } from "./fragment";
import { say } from "./say";

/** The parts of an idea's page that an answer changes. Each stands on the page whether it holds something or not. */
const PARTS = ["standing", "answer", "promise", "so-far"];

/** Takes in what the council has just said of this idea. */
export async function answered(idea: number): Promise<void> {
  const page = document.querySelector<HTMLElement>(`.fm-idea[data-fm-idea="${idea}"]`);
  if (!page) return;
  const fresh = await load(location.pathname + location.search);
  if (!fresh) return;
  let changed = false;
  for (const part of PARTS) {
    const [now, then] = [document.getElementById(part), fresh.querySelector(`#${part}`)];
    // Whoever stands in it with the keyboard is not thrown out of it.
    if (!now || !then || now.contains(document.activeElement) || now.isEqualNode(then)) continue;
    now.replaceWith(document.importNode(then, true));
    changed = true;
  }
  const words = page.dataset.fmAnswered;
  if (changed && words) say(words);
}
