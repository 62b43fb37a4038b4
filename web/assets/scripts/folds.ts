// A comment that the address names is shown, even inside a fold.

export function folds(): void {
  const reveal = (): void => {
    const place = document.getElementById(location.hash.slice(1));
    const fold = place?.closest("details");
    if (!place || !fold || fold.open) return;
    fold.open = true;
    place.scrollIntoView();
  };
  window.addEventListener("hashchange", reveal);
  reveal();
}
