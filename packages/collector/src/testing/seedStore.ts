import { completionEventName } from "@action-telemetry/event-schema";
import { deriveEventId } from "../ingest/deriveEventId.ts";
import type { Delivery, EventRecord } from "../store/EventRecord.ts";
import type { EventStore } from "../store/EventStore.ts";
import { bucketOf, dayMs } from "../time/calendar.ts";
import { type Random, createRandom } from "./createRandom.ts";

/** How much is seeded. */
export interface SeedOptions {
  /** The last moment that is seeded, in milliseconds since 1970. */
  readonly now: number;
  /** How many days, the one of `now` included. */
  readonly days: number;
  /** Visits on a working day at the end of the time; a visit is about five events of one person. */
  readonly visits: number;
}

const places = [
  { source: "WEB", platform: "web" },
  { source: "WEB", platform: "web" },
  { source: "CODEHOSTINTEGRATION", platform: "chrome-extension" },
  { source: "CODEHOSTINTEGRATION", platform: "firefox-extension" },
] as const;
const surfaces = ["toolbar", "hover", "palette", "shortcut", "menu", "omnibox"] as const;
const actions = [
  ["goToDefinition", "findReferences", "toggleLineWrap", "goToPermalink", "toggleColorTheme"],
  ["blame", "log", "openFile", "compare", "stash", "branch", "tag"].map((id) => `git.${id}.open`),
  ["toggle", "show", "hide", "refresh"].map((id) => `codecov.decorations.${id}`),
  ["search", "symbols", "outline", "hierarchy"].map((id) => `navigate/${id}`),
  ["copyPath", "copyLink", "copyPermalink", "rawFile", "history"].map((id) => `file.${id}`),
  ["start", "stop", "step", "inspect", "profile"].map((id) => `debug.session.${id}`),
  ["open", "close", "reply", "resolve"].map((id) => `review.thread.${id}`),
  ["run", "watch", "cancel", "rerun", "coverage"].map((id) => `tests.${id}`),
].flat();

/**
 * Fills a store with what a year of an instance looks like: working days and weekends, growth, many
 * actions that few people use, actions that come and go. The same in every run.
 */
export async function seedStore(store: EventStore, options: SeedOptions): Promise<void> {
  const random = createRandom(1);
  const last = bucketOf("day", options.now);
  for (let day = last - options.days + 1; day <= last; day += 1) {
    const growth = 0.4 + (0.6 * (day - last + options.days)) / options.days;
    const weekday = new Date(day * dayMs).getUTCDay();
    const rhythm = weekday === 0 || weekday === 6 ? 0.15 : 0.85 + 0.3 * random.next();
    const visits = Math.round(options.visits * growth * rhythm);
    for (let visit = 0; visit < visits; visit += 1) {
      const delivery = visitOf(random, day, (day - last) / options.days);
      const past = delivery.events.filter(({ occurredAt }) => occurredAt <= options.now);
      if (past.length > 0) await store.append({ ...delivery, events: past });
    }
  }
}

/** @param age - From -1, the first day, to 0, the last. */
function visitOf(random: Random, day: number, age: number): Delivery {
  const start =
    day * dayMs + Math.floor((0.3 + 0.4 * (random.next() + random.next())) * 0.7 * dayMs);
  const person = Math.floor(random.next() ** 2 * 700);
  const events: EventRecord[] = [];
  const count = 1 + random.below(6);
  for (let n = 0; n < count; n += 1) {
    const name = actionOf(random, age);
    if (name === undefined) continue;
    events.push(...executionOf(random, name, start + n * 40_000));
  }
  const lost = random.next() < 0.004;
  return {
    receivedAt: start + count * 40_000,
    ...random.pick(places),
    anonymizedUserId: `user-${person}`,
    sourcegraphURL: "https://instance.example",
    client: { name: "@action-telemetry/telemetry", version: "0.1.0" },
    events,
    tallies: lost ? [{ kind: "dropped", reason: "queue-full", count: 1 + random.below(9) }] : [],
  };
}

/** Few actions make most executions; the last ones come late, and those before them go early. */
function actionOf(random: Random, age: number): string | undefined {
  const rank = Math.floor(actions.length * random.next() ** 3);
  if (rank >= actions.length - 3 && age < -0.01) return undefined;
  if (rank < actions.length - 3 && rank >= actions.length - 6 && age > -0.025) return undefined;
  return actions[rank];
}

function executionOf(random: Random, name: string, time: number): readonly EventRecord[] {
  const make = (changes: Partial<EventRecord>, at: number): EventRecord => ({
    id: deriveEventId(at, `${name} ${random.next()}`),
    kind: "action",
    name,
    alt: false,
    trusted: true,
    clientTime: at,
    occurredAt: at,
    clock: "kept",
    ...changes,
  });
  const surface = surfaces[Math.floor(surfaces.length * random.next() ** 2)] ?? "toolbar";
  const trigger = surface === "shortcut" || random.next() < 0.3 ? "keyboard" : "pointer";
  const execution = make({ surface, trigger, trusted: random.next() > 0.003 }, time);
  const hovers =
    surface === "hover" ? [make({ kind: "event", name: "hover", surface }, time - 900)] : [];
  if (!/^(git|tests|goTo|find)/u.test(name)) return [...hovers, execution];
  const outcome = random.next() < 0.95 ? "succeeded" : random.next() < 0.7 ? "failed" : "cancelled";
  const durationMs = Math.round(20 * Math.exp(4 * random.next() * random.next() + random.next()));
  const ending = { name: completionEventName, of: execution.id, outcome, durationMs } as const;
  return [...hovers, execution, make(ending, time + durationMs)];
}
