import { loadavg } from "node:os";
import { Strangers } from "./browser/Strangers.ts";
import { buildDriver, buildPage } from "./bundle/buildPage.ts";
import { measureSize } from "./bundle/measureSize.ts";
import { measureCost } from "./cost/measureCost.ts";
import type { LossResult } from "./loss/LossResult.ts";
import { runLoss } from "./loss/runLoss.ts";
import type { ClientBenchmarkOptions } from "./options/ClientBenchmarkOptions.ts";
import type { Peer } from "./peers/Peer.ts";
import { PageFiles } from "./receiver/PageFiles.ts";
import { describeLoss } from "./report/describeLoss.ts";
import { formatCount, formatKilobytes, formatMeasure } from "./report/formatNumber.ts";
import { readEnvironment } from "./report/readEnvironment.ts";
import { readVersion } from "./report/readVersion.ts";
import type { ClientReport, Report } from "./report/Report.ts";

/** One client, built and ready to be measured. */
interface Contender {
  readonly peer: Peer;
  readonly files: PageFiles;
  readonly strangers: Strangers;
  readonly report: ClientReport;
}

/**
 * Runs the parts that are asked for, one after another.
 *
 * @param say takes a line about what has just been done
 */
export async function runClientBenchmark(
  options: ClientBenchmarkOptions,
  say: (line: string) => void,
): Promise<Report> {
  const environment = await readEnvironment();
  const loads = [loadavg()[0] ?? 0];
  const tell = (line: string) => {
    loads.push(loadavg()[0] ?? 0);
    say(line);
  };
  const driver = await buildDriver();
  const contenders: Contender[] = [];
  // One after another: what is timed here must have the machine to itself.
  for (const peer of options.peers) contenders.push(await contend(peer, driver, options, tell));
  const losses = options.parts.includes("loss") ? await lose(contenders, options, tell) : [];
  return {
    environment: { ...environment, load: [Math.min(...loads), Math.max(...loads)] },
    clients: contenders.map(({ report, strangers }) => ({
      ...report,
      strangers: strangers.list(),
    })),
    scenarios: options.scenarios,
    counts: options.counts,
    losses,
  };
}

async function contend(
  peer: Peer,
  driver: string,
  { parts, isQuick }: ClientBenchmarkOptions,
  say: (line: string) => void,
): Promise<Contender> {
  const page = await buildPage(peer.id);
  const files = new PageFiles(page, driver);
  const strangers = new Strangers();
  const size = measureSize(page);
  say(`${peer.name}: a page of ${formatKilobytes(size.initialGzip)} kB`);
  const cost = parts.includes("cost")
    ? await measureCost({ peer, files, strangers, isQuick })
    : undefined;
  if (cost !== undefined) {
    const push = formatMeasure(cost.pushMedian);
    say(`${peer.name}: a call takes ${formatMeasure(cost.median)} µs, a push ${push} µs`);
  }
  const version = await readVersion(peer.packages[0] ?? peer.id);
  const report = { peer, version, cost, size: parts.includes("size") ? size : undefined };
  return { peer, files, strangers, report: { ...report, strangers: [] } };
}

function lose(
  contenders: readonly Contender[],
  { scenarios, counts, workers }: ClientBenchmarkOptions,
  say: (line: string) => void,
): Promise<readonly LossResult[]> {
  return runLoss({
    contenders,
    scenarios,
    counts,
    workers,
    onResult({ result, peer, scenario }, done, total) {
      const outcome = result.failure ?? describeLoss(result, true);
      const trial = `${peer.name}, ${scenario.label}, ${formatCount(result.count)}`;
      say(`${done}/${total} ${trial}: ${outcome}`);
    },
  });
}
