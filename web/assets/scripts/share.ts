// Sharing an idea: its address stands in a field, and a link opens a letter, without this. Here come a button that copies
// the address, and one that asks the device to pass it on, where it can. Nobody else is told anything.
import { sayNow } from "./say";

export function share(): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-fm-share]")) {
    const field = place.querySelector<HTMLInputElement>("input");
    const ways = place.querySelector<HTMLElement>(".fm-share__ways");
    if (!field || !ways) continue;
    field.addEventListener("focus", () => field.select());

    if (navigator.clipboard) {
      const said = place.dataset.copied ?? "";
      const copy = button(place.dataset.copy ?? "");
      copy.addEventListener("click", () => {
        navigator.clipboard.writeText(field.value).then(
          () => {
            copy.textContent = said;
            sayNow(said);
          },
          // Not allowed to: the field is chosen, and the reader's own keys copy it.
          () => field.focus(),
        );
      });
      ways.prepend(copy);
    }
    if ("share" in navigator) {
      const send = button(place.dataset.send ?? "");
      send.addEventListener("click", () => {
        // Turning away from the device's sheet is no mistake.
        navigator.share({ title: field.dataset.title, url: field.value }).catch(() => undefined);
      });
      ways.prepend(send);
    }
  }
}

function button(words: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "fm-link-button";
  made.textContent = words;
  return made;
}
