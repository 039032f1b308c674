import { loadavg } from "node:os";
import { readEnvironment } from "../client/report/readEnvironment.ts";
import { readVersion } from "../client/report/readVersion.ts";
import { measurePalette, measureWithoutPalette } from "./palette/measurePalette.ts";
import { multiplyCorpus } from "./palette/multiplyCorpus.ts";
import type { PaletteCost } from "./palette/PaletteCost.ts";
import { palettePeers } from "./palette/palettePeers.ts";
import { createHeldBackQueries } from "./ranking/createHeldBackQueries.ts";
import { measureRanking } from "./ranking/measureRanking.ts";
import { rankers } from "./ranking/rankers.ts";
import { readCorpus, type Corpus } from "./ranking/readCorpus.ts";
import { worldCorpus, worldQueries } from "./ranking/worldQueries.ts";
import type { UIBenchmarkOptions } from "./readUIOptions.ts";
import type { RankingRow, UIReport } from "./report/UIReport.ts";

const seed = 20_260;
const perKind = 60;

/**
 * Runs the parts that are asked for, one after another.
 *
 * @param say - Takes a line about what has just been done.
 */
export async function runUIBenchmark(
  options: UIBenchmarkOptions,
  say: (line: string) => void,
): Promise<UIReport> {
  const environment = await readEnvironment();
  const loads = [loadavg()[0] ?? 0];
  const corpus = await readCorpus();
  const rankings = options.parts.includes("ranking") ? await rank(corpus, say) : [];
  const palettes: PaletteCost[] = [];
  const isTimed = options.parts.includes("palette");
  const peers = isTimed
    ? palettePeers.filter(({ id }) => options.only.length === 0 || options.only.includes(id))
    : [];
  for (const peer of peers) {
    for (const size of options.sizes.filter((one) => one <= (peer.most ?? one))) {
      const cost = await measurePalette(peer, multiplyCorpus(corpus.documents, size), options);
      palettes.push(cost);
      loads.push(loadavg()[0] ?? 0);
      say(`${peer.name}, ${size}: ${cost.open.median} ms to open, ${cost.key.median} ms a key`);
    }
  }
  return {
    environment: { ...environment, load: [Math.min(...loads), Math.max(...loads)] },
    isShared: corpus.isShared,
    seed,
    rankings,
    sizes: options.sizes,
    rounds: options.rounds,
    palettes,
    versionByPeer: await readVersions(peers.flatMap(({ packageName }) => packageName ?? [])),
    withoutPalette: isTimed ? await measureWithoutPalette() : 0,
  };
}

async function rank(
  { documents, queries }: Corpus,
  say: (line: string) => void,
): Promise<readonly RankingRow[]> {
  const heldBackQueries = createHeldBackQueries(documents, { seed, perKind });
  const everything = [...documents, ...worldCorpus];
  const rows: RankingRow[] = [];
  for (const ranker of rankers) {
    const heldBack = measureRanking(ranker, documents, heldBackQueries);
    const { packageName } = ranker;
    rows.push({
      ...(queries.length === 0 ? {} : { shared: measureRanking(ranker, documents, queries) }),
      heldBack,
      world: measureRanking(ranker, everything, worldQueries),
      version: packageName === undefined ? undefined : await readVersion(packageName),
    });
    say(`${ranker.name}: ${heldBack.reciprocalRank.toFixed(3)} on made queries`);
  }
  return rows;
}

async function readVersions(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readVersion(name)] as const)),
  );
}
