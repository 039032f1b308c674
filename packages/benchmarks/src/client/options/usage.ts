import { scenarios } from "../loss/scenarios/scenarios.ts";
import { peers } from "../peers/peers.ts";

const list = (names: readonly string[]) => names.join(", ");

/** What `--help` prints. */
export const usage = `Usage: npm run bench:client -- [option …]

Compares telemetry clients in a real Chromium, on this machine alone: the size of a page that
records, what a call costs, and which events arrive when things go wrong. In full it takes about
half an hour, and writes its tables and chart to packages/benchmarks/results; with less than
everything it prints them.

  --only a,b        only these clients: ${list(peers.map(({ id }) => id))}
  --scenario a,b    only these: ${list(scenarios.map(({ id }) => id))}
  --counts 1,10     numbers of events to lose, up to 1000
  --parts a,b       only these: size, cost, loss
  --quick           10 events only, and fewer calls: some minutes
  --workers n       browsers at a time
  --output folder   where to write the tables and the chart
  --help            this text

CHROMIUM_PATH names the browser.
`;
