// A comment that the address names is shown, even inside a fold; and on paper all of them are, also by browsers whose
// style sheets can't open a fold.

export function folds(): void {
  const reveal = (): void => {
    const place = document.getElementById(location.hash.slice(1));
    const fold = place?.closest("details");
    if (!place || !fold || fold.open) return;
    fold.open = true;
    place.scrollIntoView();
  };
  window.addEventListener("hashchange", reveal);
  let shut: HTMLDetailsElement[] = [];
  window.addEventListener("beforeprint", () => {
    shut = [...document.querySelectorAll<HTMLDetailsElement>(".fm-more:not([open])")];
    for (const fold of shut) fold.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const fold of shut) fold.open = false;
  });
  reveal();
}
