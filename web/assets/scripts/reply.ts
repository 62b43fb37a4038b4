// A reply in place: "Reply" opens a form under its comment, which posts to the address that the link leads to. Escape
// and "Cancel" close it and give the focus back; what was typed is there again when it is opened again. A link that is
// meant for another tab still opens there.

import { check } from "./checks";
import { keep } from "./drafts";

const typed = new Map<string, string>();

export function replies(): void {
  const template = document.querySelector<HTMLTemplateElement>("template[data-fm-reply]");
  const talk = template?.parentElement;
  if (!template || !talk) return;
  talk.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest<HTMLAnchorElement>('.fm-comment__acts a[href$="/reply"]');
    if (link) {
      event.preventDefault();
      open(template, link);
    } else if (event.target.closest("[data-fm-cancel]")) {
      close(talk);
    }
  });
  talk.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    if (event.target instanceof Element && event.target.closest(".fm-reply")) close(talk);
  });
}

function open(template: HTMLTemplateElement, link: HTMLAnchorElement): void {
  const comment = link.closest(".fm-comment");
  const again = comment?.querySelector<HTMLElement>(".fm-reply textarea");
  if (again) return again.focus();
  close(document);
  const form = template.content.firstElementChild?.cloneNode(true);
  if (!(form instanceof HTMLFormElement) || !comment) return;
  form.action = link.href;
  const name = form.querySelector("label bdi");
  if (name) name.textContent = comment.querySelector(".fm-comment__name")?.textContent ?? "";
  form.name = /\/ideas\/\d+\/comments\/\d+\/reply$/.exec(link.pathname)?.[0] ?? "";
  comment.append(form);
  check(form);
  const given = keep(form);
  link.setAttribute("aria-expanded", "true");
  const text = form.querySelector("textarea");
  if (!text) return;
  if (!given) text.value = typed.get(link.href) ?? "";
  text.focus();
}

/** Closes the form that is open, if one is. */
function close(within: ParentNode): void {
  const form = within.querySelector<HTMLFormElement>("form.fm-reply");
  if (!form) return;
  const link = form.closest(".fm-comment")?.querySelector<HTMLAnchorElement>('a[href$="/reply"]');
  typed.set(form.action, form.querySelector("textarea")?.value ?? "");
  const held = form.contains(document.activeElement);
  form.remove();
  link?.removeAttribute("aria-expanded");
  if (held) link?.focus();
}
