// What is said of votes, in the page's language: once on a page, however many forms of votes it has.

type Word = "support" | "oppose" | "none" | "failed" | "now" | "both";

export function words(which: Word): string {
  return document.querySelector<HTMLElement>("[data-fm-vote-words]")?.dataset[which] ?? "";
}
