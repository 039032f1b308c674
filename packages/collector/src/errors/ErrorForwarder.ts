import { postToReceiver } from "../http/postToReceiver.ts";
import type { Clock } from "../time/Clock.ts";
import type { KeptError } from "../store/KeptError.ts";
import { writeErrorEnvelope } from "./writeErrorEnvelope.ts";

/** How many reports may be on their way. */
const mostUnderWay = 20;

/** What became of reports since the collector started. */
export interface ForwardCounts {
  readonly sent: number;
  /** Refused by the receiver, or not answered. */
  readonly failed: number;
  /** Left out because too many were on their way. */
  readonly dropped: number;
}

/** What a forwarder needs. */
export interface ErrorForwarderOptions {
  /** The project's address, as Sentry gives it out. */
  readonly dsn: string;
  readonly clock: Clock;
  /** @default the global `fetch` */
  readonly fetch?: typeof fetch;
}

/** Sends reports on to a receiver that speaks Sentry's protocol. Nobody waits for it. */
export class ErrorForwarder {
  readonly #url: string;
  readonly #options: ErrorForwarderOptions;
  #underWay = 0;
  #counts: ForwardCounts = { sent: 0, failed: 0, dropped: 0 };

  /** @throws TypeError when the DSN is none. */
  constructor(options: ErrorForwarderOptions) {
    this.#options = options;
    this.#url = envelopeURL(options.dsn);
  }

  get counts(): ForwardCounts {
    return this.#counts;
  }

  forward(error: KeptError): void {
    if (this.#underWay >= mostUnderWay) return this.#count("dropped");
    this.#underWay += 1;
    void this.#send(error).then((isSent) => {
      this.#underWay -= 1;
      this.#count(isSent ? "sent" : "failed");
    });
  }

  #count(name: keyof ForwardCounts): void {
    this.#counts = { ...this.#counts, [name]: this.#counts[name] + 1 };
  }

  async #send(error: KeptError): Promise<boolean> {
    const { clock, fetch } = this.#options;
    const { status } = await postToReceiver({
      url: this.#url,
      fetch,
      contentType: "application/x-sentry-envelope",
      body: writeErrorEnvelope(error, clock.now()),
    });
    return status >= 200 && status < 300;
  }
}

/** Whether a text is the address of a project: `https://key@host/path/7`. */
export function isDsn(text: string): boolean {
  return /^https?:\/\/[0-9A-Za-z]+@[^/@?#\s]+(?:\/[\w-]+)*\/\d+$/.test(text) && URL.canParse(text);
}

function envelopeURL(dsn: string): string {
  if (!isDsn(dsn)) {
    throw new TypeError(
      "@action-telemetry/collector: Expected the DSN of a project, such as https://key@sentry.example.com/7. Reports could go nowhere; copy it from the project's settings.",
    );
  }
  const { protocol, host, pathname, username } = new URL(dsn);
  const cut = pathname.lastIndexOf("/");
  const project = pathname.slice(cut + 1);
  return `${protocol}//${host}${pathname.slice(0, cut)}/api/${project}/envelope/?sentry_version=7&sentry_key=${username}`;
}
