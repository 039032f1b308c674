import type { LossTrial } from "./LossTrial.ts";

/** A way in which events can get lost. Everybody starts from a loaded page and an instance that is well. */
export interface Scenario {
  /** What `--scenario` takes. */
  readonly id: string;
  /** Heads its table. */
  readonly title: string;
  /** Heads its column in the chart. */
  readonly label: string;
  /** What happens, in one sentence. */
  readonly description: string;
  /** How many tabs record; they share the count. */
  readonly tabs: 1 | 2;
  /** Whether the page's instance is on another site. */
  readonly isCrossSite?: true;
  /** How long the page lives on afterwards and may still deliver, in milliseconds. */
  readonly patienceMs: number;
  /** Records the events, and does to them what the scenario says. */
  disturb(trial: LossTrial): Promise<void>;
  /** Gets the browser to where a tab can be opened again. */
  recover?(trial: LossTrial): Promise<void>;
}
