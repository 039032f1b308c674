import type { BatchHeader, TelemetryEvent } from "@action-telemetry/event-schema";
import { IdQuota } from "./IdQuota.ts";
import { NetworkShares } from "./NetworkShares.ts";
import { type KnownWords, wordDimensions } from "./KnownWords.ts";
import { WordQuota } from "./WordQuota.ts";

/** What one collector admits on one day (UTC) of what it has not known before. */
export interface Quotas {
  /** Names of actions and events. @default 5,000 */
  readonly names: number;
  /** Users, known or not. @default 1,000,000 */
  readonly users: number;
  /**
   * Users of one network, a /24 of IPv4 or a /48 of IPv6, so that none uses up what is there for all.
   *
   * @default a tenth of `users`, but at least 10,000
   */
  readonly networkUsers?: number | undefined;
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

/** Users of one network unless another number is chosen: a company may be behind one address. */
export function defaultNetworkUsers(users: number): number {
  return Math.max(10_000, Math.ceil(users / 10));
}

/** The quotas of one day. Whoever sends ever new words can fill them; what is known stays admitted. */
export class DailyQuotas {
  readonly #words: Readonly<Record<keyof KnownWords, WordQuota>>;
  readonly #senders: WordQuota;
  readonly #combinations: WordQuota;
  readonly #users: IdQuota;
  readonly #shares: NetworkShares;

  /** @param before - The day before, whose words are known. */
  constructor(
    {
      names,
      users,
      networkUsers = defaultNetworkUsers(users),
      words,
      senders,
      combinations,
    }: Quotas,
    before?: DailyQuotas,
  ) {
    const known = before?.known;
    this.#words = {
      name: new WordQuota(names, known?.name),
      surface: new WordQuota(words, known?.surface),
      source: new WordQuota(words, known?.source),
      platform: new WordQuota(words, known?.platform),
    };
    this.#senders = new WordQuota(senders);
    this.#combinations = new WordQuota(combinations);
    this.#users = new IdQuota(users);
    this.#shares = new NetworkShares(networkUsers);
  }

  /** Every word that is admitted again. */
  get known(): KnownWords {
    const { name, surface, source, platform } = this.#words;
    return {
      name: name.words,
      surface: surface.words,
      source: source.words,
      platform: platform.words,
    };
  }

  /** Knows these words from now on. */
  learn(known: KnownWords): void {
    for (const dimension of wordDimensions) this.#words[dimension].learn(known[dimension]);
  }

  /**
   * Why nothing of a batch is admitted, if so.
   *
   * @param network - Where it comes from, if that is known.
   */
  refuseBatch(header: BatchHeader, network: string | undefined) {
    const { source, platform, client, sourcegraphURL, anonymizedUserId } = header;
    const refused = this.#refuseUser(anonymizedUserId, network);
    if (refused !== undefined) return refused;
    if (!this.#words.source.admits(source)) return "too-many-sources";
    if (!this.#words.platform.admits(platform)) return "too-many-platforms";
    const sender = `${client.name} ${client.version} ${sourcegraphURL}`;
    return this.#senders.admits(sender) ? undefined : "too-many-senders";
  }

  #refuseUser(id: string, network: string | undefined) {
    if (this.#users.has(id)) return undefined;
    if (network !== undefined && !this.#shares.hasRoom(network)) {
      return "too-many-users-of-network";
    }
    if (!this.#users.admits(id)) return "too-many-users";
    if (network !== undefined) this.#shares.add(network);
    return undefined;
  }

  /** Why an event is not admitted, if so. */
  refuseEvent({ name, surface = "", trigger }: TelemetryEvent, header: BatchHeader) {
    if (!this.#words.name.admits(name)) return "too-many-names";
    if (!this.#words.surface.admits(surface)) return "too-many-surfaces";
    const combination = `${name} ${surface} ${trigger} ${header.source} ${header.platform}`;
    return this.#combinations.admits(combination) ? undefined : "too-many-combinations";
  }
}
