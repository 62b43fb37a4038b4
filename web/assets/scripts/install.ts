// Registers the service worker, where browsers allow one: over https, and on the developer's own machine. And the page
// that says there is no network goes away by itself when there is one again.

interface Policy {
  createScriptURL(address: string): string;
}

interface Types {
  createPolicy(name: string, rules: Policy): Policy;
}

const WORKER = "/sw.js";

export function install(): void {
  if (document.querySelector("[data-fm-offline]")) {
    window.addEventListener("online", () => window.location.reload());
  }
  if (!window.isSecureContext || !("serviceWorker" in navigator)) return;
  // After the page: nothing that people wait for waits for this.
  window.addEventListener("load", () => {
    navigator.serviceWorker.register(address()).catch(() => undefined);
  });
}

// Pages take scripts from trusted addresses only; this one is written above.
function address(): string {
  const types = (window as Window & { trustedTypes?: Types }).trustedTypes;
  return types?.createPolicy("folkmoot-worker", { createScriptURL: () => WORKER }).createScriptURL(WORKER) ?? WORKER;
}
