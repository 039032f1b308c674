import { chromium, type Browser, type CDPSession, type Page } from "playwright";
import { launchOptions } from "../../client/browser/launchOptions.ts";
import { quantile } from "../../client/cost/quantile.ts";
import type { CorpusDocument } from "../ranking/RankingQuery.ts";
import type { BuiltPage } from "../../bundle/packageBuilds.ts";
import { buildPalettePage } from "./buildPalettePage.ts";
import type { PaletteDriver } from "./pages/driver.tsx";
import type { PalettePeer } from "./palettePeers.ts";
import type { PaletteCost } from "./PaletteCost.ts";

declare const palette: PaletteDriver;

/** What is typed, a key at a time. */
const texts = ["toggle word", "gtd", "fromat doc", "settings"];

const lookEveryMs = 120;

/** How often the palette is opened and typed into. */
export interface PaletteRounds {
  readonly rounds: number;
  /** Rounds before those, which do not count: the engine has yet to compile. */
  readonly warmUps: number;
}

/** The processor that a page without a palette spends on what a closed one is measured by. */
export async function measureWithoutPalette(): Promise<number> {
  const files = await buildPalettePage("nothing");
  const browser = await chromium.launch(launchOptions);
  try {
    const { page, session } = await openPage(browser, files);
    await page.evaluate(() => palette.mount([]));
    await page.waitForSelector("#open");
    return await measureClosed(page, session);
  } finally {
    await browser.close();
  }
}

/** Opens a palette with so many actions again and again, and types into it. */
export async function measurePalette(
  peer: PalettePeer,
  documents: readonly CorpusDocument[],
  plan: PaletteRounds,
): Promise<PaletteCost> {
  const isHuge = documents.length > (peer.quickly ?? Number.POSITIVE_INFINITY);
  const { rounds, warmUps } = isHuge ? { rounds: 2, warmUps: 1 } : plan;
  const files = await buildPalettePage(peer.id);
  const browser = await chromium.launch(launchOptions);
  try {
    const { page, session } = await openPage(browser, files);
    const prepare = await spend(page, session, async () => {
      await page.evaluate((all) => palette.mount(all), documents);
      await page.waitForSelector("#open");
      await restForLong(page, session);
    });
    const resting = await measureResting(page, session);
    const closed = await measureClosed(page, session);
    const samples: RoundSample[] = [];
    for (let round = 0; round < warmUps + rounds; round += 1) {
      const sample = await measureRound(page, session, texts[round % texts.length] ?? "");
      if (round >= warmUps) samples.push(sample);
    }
    const { length: count } = documents;
    return { peer, count, prepare: prepare.cpu, resting, closed, ...summarize(samples, resting) };
  } finally {
    await browser.close();
  }
}

/** Times in milliseconds. */
interface Spent {
  /** Of the main thread's processor. */
  readonly cpu: number;
  /** Until the last change was painted. */
  readonly delay: number;
}

interface RoundSample {
  readonly open: Spent;
  readonly keys: readonly Spent[];
  readonly rows: number;
  readonly elements: number;
  /** Bytes in use while it is open. */
  readonly heap: number;
}

async function openPage(
  browser: Browser,
  { script, styles }: BuiltPage,
): Promise<{ readonly page: Page; readonly session: CDPSession }> {
  const page = await browser.newPage();
  page.on("pageerror", (error) => {
    throw new Error(`A page of the benchmark broke: ${error.message}`, { cause: error });
  });
  await page.setContent(
    `<!doctype html><title>Palette</title><style>${styles}</style><input id="elsewhere">`,
  );
  await page.addScriptTag({ content: script, type: "module" });
  await page.waitForFunction(() => "palette" in globalThis);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return { page, session };
}

/** Ten renders of the application and ten keys typed elsewhere: what a closed palette costs each. */
async function measureClosed(page: Page, session: CDPSession): Promise<number> {
  await page.focus("#elsewhere");
  const costs: number[] = [];
  for (let turn = 0; turn < 10; turn += 1) {
    const { cpu } = await spend(page, session, async () => {
      await page.evaluate(() => palette.rerender());
      await page.keyboard.press("a");
    });
    costs.push(cpu);
  }
  return quantile(costs, 0.5);
}

/** What the page costs while it is only looked at: no part of anything that is measured. */
async function measureResting(page: Page, session: CDPSession): Promise<number> {
  const costs: number[] = [];
  for (let turn = 0; turn < 10; turn += 1) {
    costs.push((await spend(page, session, () => Promise.resolve())).cpu);
  }
  return quantile(costs, 0.5);
}

async function measureRound(page: Page, session: CDPSession, text: string): Promise<RoundSample> {
  await session.send("HeapProfiler.collectGarbage");
  await page.focus("#open");
  await rest(page);
  const open = await spend(page, session, async () => {
    await page.keyboard.press("Enter");
  });
  const rows = await page.evaluate(() => palette.countRows());
  const elements = await page.evaluate(() => palette.countElements());
  const keys: Spent[] = [];
  for (const key of text) keys.push(await spend(page, session, () => page.keyboard.press(key)));
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize: heap } = await session.send("Runtime.getHeapUsage");
  await close(page);
  return { open, keys, rows, elements, heap };
}

/** In some the first Escape only empties the text field. */
async function close(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await rest(page);
  if ((await page.evaluate(() => palette.countRows())) === 0) return;
  await page.keyboard.press("Escape");
  await rest(page);
}

async function spend(page: Page, session: CDPSession, act: () => Promise<void>): Promise<Spent> {
  const before = await readTaskSeconds(session);
  await act();
  await rest(page);
  const after = await readTaskSeconds(session);
  return { cpu: (after - before) * 1000, delay: await page.evaluate(() => palette.lastDelay) };
}

/**
 * Waits until nothing has changed for a while. The page is only asked now and then, since what it did
 * for being watched would be measured, too.
 */
async function rest(page: Page): Promise<void> {
  let before = -1;
  for (;;) {
    await page.waitForTimeout(lookEveryMs);
    const changes = await page.evaluate(() =>
      document.getAnimations().some(({ playState }) => playState === "running")
        ? -1
        : palette.changes,
    );
    if (changes >= 0 && changes === before) return;
    before = changes;
  }
}

/** Waits until what is done in idle time has been done as well. */
async function restForLong(page: Page, session: CDPSession): Promise<void> {
  let calm = 0;
  while (calm < 5) {
    const before = await readTaskSeconds(session);
    await page.waitForTimeout(lookEveryMs);
    const spent = (await readTaskSeconds(session)) - before;
    calm = spent * 1000 < lookEveryMs / 10 ? calm + 1 : 0;
  }
}

async function readTaskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
}

function summarize(
  samples: readonly RoundSample[],
  resting: number,
): Omit<PaletteCost, "peer" | "count" | "prepare" | "resting" | "closed"> {
  const keys = samples.flatMap((sample) => sample.keys);
  const of = (values: readonly number[]) => ({
    median: quantile(values, 0.5),
    p95: quantile(values, 0.95),
  });
  return {
    open: of(samples.map(({ open }) => open.cpu - resting)),
    openDelay: of(samples.map(({ open }) => open.delay)),
    key: of(keys.map(({ cpu }) => cpu - resting)),
    keyDelay: of(keys.map(({ delay }) => delay)),
    rows: Math.max(...samples.map(({ rows }) => rows)),
    elements: Math.max(...samples.map(({ elements }) => elements)),
    heap: quantile(
      samples.map(({ heap }) => heap),
      0.5,
    ),
  };
}
