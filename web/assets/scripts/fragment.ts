// A part of a page, as the server draws it: the one place where HTML from the server is put into the page. It comes from
// our own origin, where templates escape what people wrote.

/** Puts the part in its place; nothing when there is nothing to say. Says whether there is. */
export function put(place: HTMLElement, html: string): boolean {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  place.replaceChildren(...[...parsed.body.children].map((child) => document.importNode(child, true)));
  return place.childElementCount > 0;
}

/** Sends a form's fields for one part of its page. `undefined` when the server has anything else to say. */
export async function ask(form: HTMLFormElement, more: Record<string, string>): Promise<string | undefined> {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) fields.set(name, String(value));
  for (const [name, value] of Object.entries(more)) fields.set(name, value);
  try {
    const answer = await fetch(form.action, { method: "POST", body: fields, headers: { Accept: "text/html" } });
    return answer.ok && !answer.redirected ? await answer.text() : undefined;
  } catch {
    return undefined;
  }
}
