import type { BatchHeader, TelemetryEvent } from "@action-telemetry/event-schema";
import type { EventStore } from "../store/EventStore.ts";
import type { Dimension } from "../store/Selection.ts";
import { IdQuota } from "./IdQuota.ts";
import { WordQuota } from "./WordQuota.ts";

/** What one collector admits on one day (UTC) of what it has not known before. */
export interface Quotas {
  /** Names of actions and events. @default 5,000 */
  readonly names: number;
  /** Users, known or not. @default 1,000,000 */
  readonly users: number;
  /** Surfaces, sources and platforms, of each. @default 500 */
  readonly words: number;
  /** Senders: programs with their version and instance. @default 5,000 */
  readonly senders: number;
  /** Combinations of name, surface, trigger and sender, known or not. @default 100,000 */
  readonly combinations: number;
}

/** More than any instance has use for, and less than harms its database. */
export const defaultQuotas: Quotas = {
  names: 5000,
  users: 1_000_000,
  words: 500,
  senders: 5000,
  combinations: 100_000,
};

/** Names that are remembered from earlier days; those used last come first. */
const mostKnown = 50_000;

/** How far back other words are looked for, in days. */
const knownDays = 30;

type KnownWords = Pick<EventStore, "names" | "breakdown">;

/** The quotas of one day. Whoever sends ever new words can fill them; what is known stays admitted. */
export class DailyQuotas {
  readonly #names: WordQuota;
  readonly #surfaces: WordQuota;
  readonly #sources: WordQuota;
  readonly #platforms: WordQuota;
  readonly #senders: WordQuota;
  readonly #combinations: WordQuota;
  readonly #users: IdQuota;

  private constructor(quotas: Quotas, known: Readonly<Record<Dimension, readonly string[]>>) {
    this.#names = new WordQuota(quotas.names, known.name);
    this.#surfaces = new WordQuota(quotas.words, known.surface);
    this.#sources = new WordQuota(quotas.words, known.source);
    this.#platforms = new WordQuota(quotas.words, known.platform);
    this.#senders = new WordQuota(quotas.senders);
    this.#combinations = new WordQuota(quotas.combinations);
    this.#users = new IdQuota(quotas.users);
  }

  /**
   * Begins a day with what the store knows. Rejects when that does not answer.
   *
   * @param day - UTC days since 1970.
   */
  static async begin(day: number, quotas: Quotas, store: KnownWords): Promise<DailyQuotas> {
    const period = { unit: "day", first: day - knownDays, last: day } as const;
    const wordsOf = async (dimension: Dimension) => {
      const rows = await Promise.all(
        (["action", "event"] as const).map((kind) => store.breakdown({ period, kind }, dimension)),
      );
      return rows.flat().map(({ key }) => key);
    };
    const names = (await store.names()).toSorted((left, right) => right.last - left.last);
    return new DailyQuotas(quotas, {
      name: names.slice(0, mostKnown).map(({ name }) => name),
      surface: await wordsOf("surface"),
      source: await wordsOf("source"),
      platform: await wordsOf("platform"),
      trigger: [],
    });
  }

  /** Why nothing of a batch is admitted, if so. */
  refuseBatch({ source, platform, client, sourcegraphURL, anonymizedUserId }: BatchHeader) {
    if (!this.#users.admits(anonymizedUserId)) return "too-many-users";
    if (!this.#sources.admits(source)) return "too-many-sources";
    if (!this.#platforms.admits(platform)) return "too-many-platforms";
    const sender = `${client.name} ${client.version} ${sourcegraphURL}`;
    return this.#senders.admits(sender) ? undefined : "too-many-senders";
  }

  /** Why an event is not admitted, if so. */
  refuseEvent({ name, surface = "", trigger }: TelemetryEvent, header: BatchHeader) {
    if (!this.#names.admits(name)) return "too-many-names";
    if (!this.#surfaces.admits(surface)) return "too-many-surfaces";
    const combination = `${name} ${surface} ${trigger} ${header.source} ${header.platform}`;
    return this.#combinations.admits(combination) ? undefined : "too-many-combinations";
  }
}
