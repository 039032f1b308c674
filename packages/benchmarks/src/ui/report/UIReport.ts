import type { Environment } from "../../client/report/Report.ts";
import type { PaletteCost } from "../palette/PaletteCost.ts";
import type { RankingResult } from "../ranking/measureRanking.ts";

/** A ranker and how it does on each set of queries. */
export interface RankingRow {
  /** On the queries beside the corpus; absent where they are not there. */
  readonly shared?: RankingResult;
  /** On queries made by rule out of the corpus. */
  readonly heldBack: RankingResult;
  /** On titles in other scripts. */
  readonly world: RankingResult;
  readonly version: string | undefined;
}

/** Everything that one run of the benchmark found. */
export interface UIReport {
  readonly environment: Environment;
  /** Whether the corpus beside the repository was used. */
  readonly isShared: boolean;
  /** What the made queries were drawn with. */
  readonly seed: number;
  readonly rankings: readonly RankingRow[];
  readonly sizes: readonly number[];
  /** How often each palette was opened and typed into. */
  readonly rounds: number;
  readonly palettes: readonly PaletteCost[];
  readonly versionByPeer: ReadonlyMap<string, string>;
  /** Processor of the page without a palette for what a closed one is measured by, in milliseconds. */
  readonly withoutPalette: number;
}
