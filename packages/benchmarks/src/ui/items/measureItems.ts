import { chromium, type Browser, type CDPSession, type Page } from "playwright";
import { launchOptions } from "../../client/browser/launchOptions.ts";
import { quantile } from "../../client/cost/quantile.ts";
import type { BuiltPage } from "../../bundle/packageBuilds.ts";
import { buildItemsPage } from "./buildItemsPage.ts";
import type { ItemsDriver } from "./pages/driver.tsx";

/** What mounting one variant costs; times are milliseconds of the main thread's processor. */
export interface ItemsCost {
  readonly title: string;
  /** Everything from the first call to the painted frame, in a page that has just opened: median. */
  readonly first: number;
  /** The same when the page has mounted it some times before: median. */
  readonly again: number;
  /** Without style and layout, which depend on the page: median of `again`. */
  readonly scriptAgain: number;
  readonly elements: number;
}

/** What is measured. */
export interface ItemsOptions {
  readonly count: number;
  /** Pages opened for each variant. */
  readonly rounds: number;
  /** Mounts in each page before those that are measured as `again`. */
  readonly warmUps: number;
}

declare const items: ItemsDriver;

/** Mounts every variant in turn, in a production build in Chromium. */
export async function measureItems(
  options: ItemsOptions,
  onProgress: (line: string) => void,
): Promise<readonly ItemsCost[]> {
  const built = await buildItemsPage();
  const browser = await chromium.launch(launchOptions);
  try {
    const names = await readNames(browser, built);
    const samples = new Map(names.map((name) => [name, [] as Sample[]]));
    for (let round = 0; round < options.rounds; round += 1) {
      for (const name of names)
        samples.get(name)?.push(await sample(browser, built, name, options));
      onProgress(`round ${round + 1} of ${options.rounds}`);
    }
    return names.map((name) => summarize(samples.get(name) ?? []));
  } finally {
    await browser.close();
  }
}

/** One page's measurements of one variant. */
interface Sample {
  readonly title: string;
  readonly first: Cost;
  readonly again: readonly Cost[];
  readonly elements: number;
}

interface Cost {
  readonly total: number;
  readonly script: number;
}

async function readNames(browser: Browser, built: BuiltPage): Promise<readonly string[]> {
  const page = await openPage(browser, built);
  const names = await page.evaluate(() => Object.keys(items.titles));
  await page.close();
  return names;
}

async function sample(
  browser: Browser,
  built: BuiltPage,
  name: string,
  { count, warmUps }: ItemsOptions,
): Promise<Sample> {
  const page = await openPage(browser, built);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const mount = () => measureMount(page, session, name, count);
  const first = await mount();
  const elements = await page.evaluate(() => items.countElements());
  const again: Cost[] = [];
  for (let index = 0; index < warmUps + 3; index += 1) {
    await page.evaluate(() => items.unmount());
    const cost = await mount();
    if (index >= warmUps) again.push(cost);
  }
  const title = await page.evaluate((id) => items.titles[id] ?? id, name);
  await page.close();
  return { title, first, again, elements };
}

async function openPage(browser: Browser, { script, styles }: BuiltPage): Promise<Page> {
  const page = await browser.newPage();
  await page.setContent(`<!doctype html><title>Items</title><style>${styles}</style>`);
  await page.addScriptTag({ content: script, type: "module" });
  await page.waitForFunction(() => "items" in globalThis);
  return page;
}

async function measureMount(
  page: Page,
  session: CDPSession,
  name: string,
  count: number,
): Promise<Cost> {
  await session.send("HeapProfiler.collectGarbage");
  const before = await readMetrics(session);
  await page.evaluate(([id, number]) => items.mount(id, number), [name, count] as const);
  const after = await readMetrics(session);
  const spent = (metric: string) => ((after.get(metric) ?? 0) - (before.get(metric) ?? 0)) * 1000;
  const total = spent("TaskDuration");
  return { total, script: total - spent("LayoutDuration") - spent("RecalcStyleDuration") };
}

async function readMetrics(session: CDPSession): Promise<ReadonlyMap<string, number>> {
  const { metrics } = await session.send("Performance.getMetrics");
  return new Map(metrics.map(({ name, value }) => [name, value]));
}

function summarize(samples: readonly Sample[]): ItemsCost {
  const again = samples.flatMap((one) => one.again);
  const median = (values: readonly number[]) => quantile(values, 0.5);
  return {
    title: samples[0]?.title ?? "",
    first: median(samples.map(({ first }) => first.total)),
    again: median(again.map(({ total }) => total)),
    scriptAgain: median(again.map(({ script }) => script)),
    elements: samples[0]?.elements ?? 0,
  };
}
