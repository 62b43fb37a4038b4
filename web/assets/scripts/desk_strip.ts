// What the desk says: what became of the last decision, with a button that leads back; how much is left; and what stands in
// the way, above the item.
import { decorate } from "./desk_keys";
import { sayNow } from "./say";

export interface Offer {
  /** Which of the page's buttons, what it says if not its own words, and what it does. */
  button: "undo" | "back";
  words?: string;
  does: () => void;
}

export function tell(strip: HTMLElement, words: string, failed: boolean, offer?: Offer): void {
  const box = document.createElement("div");
  box.className = failed ? "fm-just fm-just--failed" : "fm-just";
  const said = document.createElement("p");
  said.className = "fm-just__said";
  said.textContent = words;
  box.append(said);
  const button = offer && document.querySelector<HTMLTemplateElement>(`[data-fm-${offer.button}-button]`);
  const copy = button?.content.firstElementChild && document.importNode(button.content.firstElementChild, true);
  if (copy && offer) {
    if (offer.words) copy.textContent = offer.words;
    copy.addEventListener("click", offer.does);
    box.append(copy);
  }
  strip.replaceChildren(box);
  decorate(box);
  sayNow(words);
}

/** What stands in the way, above the item. */
export function complain(part: HTMLElement, words: string): void {
  const box = document.createElement("p");
  box.className = "fm-note fm-note--waiting";
  box.textContent = words;
  part.querySelector("[data-fm-trouble]")?.replaceChildren(box);
  sayNow(words);
}

export function left(place: Element | null, lines: string[]): void {
  const spans = lines.map((words) => {
    const line = document.createElement("span");
    line.textContent = words;
    return line;
  });
  place?.replaceChildren(...spans);
}
