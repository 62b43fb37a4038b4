// A form that came back: the summary of what is wrong takes the focus, so that it is read first.

export function errors(): void {
  document.querySelector<HTMLElement>("[data-fm-errors]")?.focus();
}
