// A part of a page, as the server draws it. The browser itself reads the answer into a document: nothing here makes HTML
// of text, which the site's policy forbids to every script.

/** Asks for a part. `undefined` when the server says anything else, or doesn't answer. */
export function load(address: string, fields?: URLSearchParams): Promise<HTMLElement | undefined> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open(fields ? "POST" : "GET", address);
    request.responseType = "document";
    request.setRequestHeader("Accept", "text/html");
    if (fields) request.setRequestHeader("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8");
    request.addEventListener("load", () => resolve(request.status === 200 ? request.responseXML?.body : undefined));
    request.addEventListener("error", () => resolve(undefined));
    request.addEventListener("abort", () => resolve(undefined));
    request.send(fields);
  });
}

/** Sends a form's fields for one part of its page, to where such parts are drawn and nothing is posted. */
export function ask(form: HTMLFormElement, part: string): Promise<HTMLElement | undefined> {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) fields.set(name, String(value));
  fields.set("part", part);
  return load(form.dataset.fmLooks ?? `${form.action}/part`, fields);
}

/** Puts a part in its place; nothing when there is nothing to say. Says whether there is. */
export function put(place: HTMLElement, part: HTMLElement): boolean {
  place.replaceChildren(...[...part.children].map((child) => document.importNode(child, true)));
  return place.childElementCount > 0;
}
