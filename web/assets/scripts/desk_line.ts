// What goes to the server from the desk, one after the other: so decisions are made in the order of their presses. Whoever
// leaves while some are under way is warned, and what still waits leaves with them.

/** How long an answer may take. */
const PATIENCE = 20_000;
/** What a request may hold that outlives its page. */
const LIGHT = 60_000;

/** What became of a decision. */
export interface Answer {
  outcome: string;
  words: string;
  undo: string | null;
  left: string[];
}

export interface Job {
  /** Known when its turn comes; none when there is nothing to do any more. */
  address: () => string | undefined;
  fields: URLSearchParams;
  then: (answer: Answer | undefined) => void;
}

/** A form's fields, as its browser would send them. */
export function fieldsOf(form: HTMLFormElement): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) fields.append(name, String(value));
  return fields;
}

/** Posts, and reads the answer; nothing when it didn't come, or is none of ours. */
export async function post<T>(address: string, fields: URLSearchParams): Promise<T | undefined> {
  try {
    const response = await send(address, fields);
    return response.ok ? ((await response.json()) as T) : undefined;
  } catch {
    return undefined;
  }
}

/** The same, when nobody waits for an answer. */
export function tell(address: string): void {
  void send(address, new URLSearchParams()).catch(() => undefined);
}

function send(address: string, fields: URLSearchParams): Promise<Response> {
  const token = document.querySelector<HTMLInputElement>("input[name=csrf]")?.value ?? "";
  if (!fields.has("csrf")) fields.set("csrf", token);
  const keepalive = fields.toString().length < LIGHT;
  const signal = AbortSignal.timeout(PATIENCE);
  return fetch(address, { method: "POST", body: fields, headers: { Accept: "application/json" }, signal, keepalive });
}

export class Line {
  readonly #waiting: Job[] = [];
  #busy = false;

  constructor() {
    addEventListener("beforeunload", (event) => {
      if (!this.idle) event.preventDefault();
    });
    addEventListener("pagehide", () => {
      for (const job of this.#waiting.splice(0)) {
        const address = job.address();
        if (address) void send(address, job.fields).catch(() => undefined);
      }
    });
  }

  get idle(): boolean {
    return !this.#busy && this.#waiting.length === 0;
  }

  add(job: Job): void {
    this.#waiting.push(job);
    if (!this.#busy) void this.#run();
  }

  async #run(): Promise<void> {
    this.#busy = true;
    for (let job = this.#waiting.shift(); job; job = this.#waiting.shift()) {
      const address = job.address();
      const answer = address ? await post<Answer>(address, job.fields) : undefined;
      // The last one may lead away: then nothing is under way any more.
      if (this.#waiting.length === 0) this.#busy = false;
      if (address) job.then(answer);
    }
    this.#busy = false;
  }
}
