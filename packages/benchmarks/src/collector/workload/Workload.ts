import type { EventBatch, TelemetryEvent } from "@action-telemetry/event-schema";
import { createRandom } from "./createRandom.ts";

/** How many actions there are; the n-th is used 1/n as often as the first. */
const actionCount = 300;

/** How many people there are, all as busy as each other. */
export const personCount = 20_000;

/** Surfaces with the share of executions that each has, in percent, and what triggers there. */
const surfaces = [
  ["toolbar", 45, "pointer"],
  ["palette", 20, "keyboard"],
  ["hover", 15, "pointer"],
  ["shortcut", 15, "keyboard"],
  ["menu", 5, "pointer"],
] as const;

/** Platforms with the share of people that each has, in percent, and the source of their events. */
const platforms = [
  ["web", 60, "WEB"],
  ["chrome-extension", 30, "CODEHOSTINTEGRATION"],
  ["firefox-extension", 10, "CODEHOSTINTEGRATION"],
] as const;

/** How far the first and the last event of a batch are apart, in milliseconds. */
const batchSpan = 30_000;

/** Makes batches of events as they would come from many people: each of one of them, the same for the same seed. */
export class Workload {
  readonly #random: () => number;
  readonly #shares: readonly number[];

  constructor(seed: number) {
    this.#random = createRandom(seed);
    const weights = Array.from({ length: actionCount }, (_, index) => 1 / (index + 1));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let sum = 0;
    this.#shares = weights.map((weight) => (sum += weight / total));
  }

  /** The next batch. @param sentAt Milliseconds since 1970; its events end then. */
  createBatch(size: number, sentAt: number): EventBatch {
    const person = Math.floor(this.#random() * personCount);
    const [platform, , source] = pick(platforms, (person * 37) % 100);
    return {
      version: 1,
      sentAt: new Date(sentAt).toISOString(),
      source,
      anonymizedUserId: personId(person),
      sourcegraphURL: "https://instance.example",
      platform,
      client: { name: "benchmark", version: "1.0.0" },
      events: Array.from({ length: size }, (_, index) =>
        this.#createEvent(sentAt - batchSpan + Math.floor(((index + 1) * batchSpan) / size)),
      ),
    };
  }

  #createEvent(time: number): TelemetryEvent {
    const [surface, , trigger] = pick(surfaces, this.#random() * 100);
    const name = `code.action.${this.#drawAction()}`;
    return { id: this.#createId(time), name, time: new Date(time).toISOString(), surface, trigger };
  }

  #drawAction(): number {
    const share = this.#random();
    let [low, high] = [0, actionCount - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#shares[middle] ?? 1) < share) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** A UUID of version 7. */
  #createId(time: number): string {
    const front = time.toString(16).padStart(12, "0");
    const digits = (count: number) =>
      Math.floor(this.#random() * 16 ** count)
        .toString(16)
        .padStart(count, "0");
    return `${front.slice(0, 8)}-${front.slice(8)}-7${digits(3)}-8${digits(3)}-${digits(6)}${digits(6)}`;
  }
}

function personId(person: number): string {
  return `3f2c1b8e-52d7-4c1f-9a57-${person.toString(16).padStart(12, "0")}`;
}

/** The entry within whose share of a hundred a number falls. */
function pick<Entry extends readonly [string, number, string]>(
  entries: readonly Entry[],
  number: number,
): Entry {
  let sum = 0;
  const found = entries.find(([, share]) => (sum += share) > number) ?? entries[0];
  if (found === undefined) throw new RangeError("There is nothing to pick from.");
  return found;
}
