import { collectDefaultMetrics, Counter, Histogram, Registry } from "prom-client";
import type { RemovedFrom } from "../uninstall/createUninstallRoutes.ts";

/** What a collector counts about itself, for Prometheus. No event's content is in it, nor any name that a client chose. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests: Histogram<"route" | "method" | "status">;
  readonly #events: Counter<"result">;
  readonly #appends: Histogram;
  readonly #forwarded: Counter<"result">;
  readonly #removals: Counter<"platform">;

  constructor() {
    const registers = [this.#registry];
    this.#requests = new Histogram({
      name: "action_telemetry_request_duration_seconds",
      help: "Time to answer a request, by route.",
      labelNames: ["route", "method", "status"],
      buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
      registers,
    });
    this.#events = new Counter({
      name: "action_telemetry_events_total",
      help: "Events that clients sent, by what became of them.",
      labelNames: ["result"],
      registers,
    });
    this.#appends = new Histogram({
      name: "action_telemetry_append_duration_seconds",
      help: "Time from a batch's check to its commit.",
      buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1],
      registers,
    });
    this.#forwarded = new Counter({
      name: "action_telemetry_forwarded_events_total",
      help: "Events that were to be sent on by OTLP, by what became of them.",
      labelNames: ["result"],
      registers,
    });
    this.#removals = new Counter({
      name: "action_telemetry_extension_removals_total",
      help: "Visits to the page that opens once the extension was removed, by platform.",
      labelNames: ["platform"],
      registers,
    });
    collectDefaultMetrics({ register: this.#registry });
    // A counter that is there from the beginning has a rate from the beginning.
    for (const result of ["accepted", "duplicate", "rejected"]) this.#events.inc({ result }, 0);
  }

  /** Notes a request. The route is the pattern that matched, so that no address becomes a label. */
  addRequest(route: string, method: string, status: number, seconds: number): void {
    this.#requests.observe({ route, method, status: String(status) }, seconds);
  }

  /** Notes what became of events. */
  addEvents(result: "accepted" | "duplicate" | "rejected", count: number): void {
    this.#events.inc({ result }, count);
  }

  /** Notes a commit. */
  addAppend(seconds: number): void {
    this.#appends.observe(seconds);
  }

  /** Notes what became of events that were to be sent on. */
  addForwarded(result: "sent" | "refused" | "dropped", count: number): void {
    this.#forwarded.inc({ result }, count);
  }

  /** Notes that the extension was removed somewhere. */
  addRemoval(platform: RemovedFrom): void {
    this.#removals.inc({ platform });
  }

  /** Everything, in Prometheus' text format. */
  write(): Promise<string> {
    return this.#registry.metrics();
  }

  /** The media type of {@link write}. */
  get contentType(): string {
    return this.#registry.contentType;
  }
}
