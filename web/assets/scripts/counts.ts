// How many characters are left, said under the field once typing pauses. It counts as the server does: what people see
// as one character counts once. It never stops anybody from typing. Its words come with the field, in the language of
// the page, and hold the number at their end, so that no language needs its plural forms here.

const PAUSE = 1000;

export function counts(): void {
  for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("[data-fm-count]")) {
    const most = Number(field.dataset.fmCount);
    const shown = document.createElement("p");
    shown.className = "fm-count";
    shown.setAttribute("aria-hidden", "true");
    const heard = document.createElement("p");
    heard.className = "govuk-visually-hidden";
    heard.setAttribute("role", "status");
    field.after(shown, heard);

    let timer = 0;
    const show = (): void => {
      const left = most - length(field.value);
      const words = left < 0 ? field.dataset.fmOver : field.dataset.fmLeft;
      shown.textContent = `${words ?? ""} ${Math.abs(left).toLocaleString(document.documentElement.lang)}`.trim();
      shown.classList.toggle("fm-count--over", left < 0);
    };
    field.addEventListener("input", () => {
      show();
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        heard.textContent = shown.textContent;
      }, PAUSE);
    });
    show();
  }
}

function length(text: string): number {
  if (!("Segmenter" in Intl)) return [...text].length;
  let count = 0;
  for (const _ of new Intl.Segmenter().segment(text)) count += 1;
  return count;
}
