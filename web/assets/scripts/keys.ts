// Ctrl or Cmd with Enter sends the form that somebody types in, as a press on its button would. The page says so under
// the fields whose data-fm-keys holds the words, where there is a keyboard to press and room to say so in one line.

export function keys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    if (!(event.target instanceof HTMLTextAreaElement) || !event.target.form) return;
    event.preventDefault();
    const form = event.target.form;
    const meant = form.querySelector<HTMLButtonElement>("[data-fm-send]");
    form.requestSubmit(meant ?? form.querySelector<HTMLButtonElement>("button:not([type=button])"));
  });
  // Once on any field, so that a form that is made later is told of too.
  document.addEventListener("focusin", (event) => {
    if (event.target instanceof HTMLTextAreaElement) hint(event.target);
  });
}

function hint(field: HTMLTextAreaElement): void {
  const words = field.dataset.fmKeys;
  if (!words || matchMedia("(hover: none), (max-width: 40em)").matches) return;
  delete field.dataset.fmKeys;
  const told = document.createElement("p");
  told.className = "fm-keys";
  told.id = `${field.id}-keys`;
  told.textContent = words;
  (field.parentElement?.querySelector(".fm-count") ?? field).after(told);
  const described = field.getAttribute("aria-describedby");
  field.setAttribute("aria-describedby", described ? `${described} ${told.id}` : told.id);
}
