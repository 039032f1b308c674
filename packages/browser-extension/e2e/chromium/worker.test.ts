import { expect, test } from "vitest";
import { askWorker } from "./library/askWorker.ts";
import { type EndWorker, prepareWorkerEnd, type WorkerEnd } from "./library/endWorker.ts";
import { type OpenPage, ownInstance, setUpExtension } from "./library/setUpExtension.ts";
import { filePages } from "./pages/servePages.ts";

const extension = setUpExtension();

/** How often the worker ends. */
const ends = Number(process.env["EXTENSION_WORKER_ENDS"] ?? 12);
const seed = Number(process.env["EXTENSION_WORKER_SEED"] ?? 1);
const patience = { timeout: 60_000 };

/** What the ends of a worker are tried on. */
interface Trial extends OpenPage {
  readonly end: EndWorker;
  readonly how: WorkerEnd;
  /** A number from 0 to 1, another each time, the same for a seed. */
  readonly random: () => number;
}

const press = ({ page }: OpenPage) => page.keyboard.press("Alt+Shift+h");
const wait = ({ page }: OpenPage, milliseconds: number) =>
  page.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), milliseconds);

/** Where in the way of an event the worker ends; each tells how many events it has let happen. */
const points = {
  async "before it is told"(trial: Trial) {
    await trial.end(trial.how);
    await press(trial);
    return 1;
  },
  async "as soon as it is told"(trial: Trial) {
    await press(trial);
    await trial.end(trial.how);
    return 1;
  },
  async "as it starts and is told"(trial: Trial) {
    await trial.end(trial.how);
    await press(trial);
    await wait(trial, Math.floor(trial.random() * 60));
    await trial.end(trial.how);
    return 1;
  },
  async "as it stores, with more on the way"(trial: Trial) {
    const count = 2 + Math.floor(trial.random() * 4);
    for (let index = 0; index < count; index += 1) await press(trial);
    await wait(trial, Math.floor(trial.random() * 30));
    await trial.end(trial.how);
    return count;
  },
  async "as it sends"(trial: Trial) {
    return endAtInstance(trial, "lost");
  },
  async "as it would be answered"(trial: Trial) {
    return endAtInstance(trial, "stored");
  },
} as const satisfies Record<string, (trial: Trial) => Promise<number>>;

/** Ends the worker while the instance has its events and has not said so. */
async function endAtInstance(trial: Trial, manner: "lost" | "stored"): Promise<number> {
  const { own } = extension;
  own.manner = manner;
  const before = own.bodies.length;
  await press(trial);
  await expect.poll(() => own.bodies.length, patience).toBeGreaterThan(before);
  await trial.end(trial.how);
  own.manner = "answered";
  return 1;
}

/** Numbers that follow from a seed (mulberry32). */
function createRandom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

test(
  `The worker ends ${ends} times, at every point in the way of an event: none is lost, none is stored twice (seed ${seed})`,
  { timeout: 300_000 + 15_000 * ends },
  async () => {
    const { own, chromium } = extension;
    await extension.change({ instanceURL: ownInstance });
    const tab = await extension.open(filePages.GitHub.address);
    await tab.ui.one("link", "View file");
    const end = await prepareWorkerEnd(chromium, tab.page);
    const random = createRandom(seed);
    const counts = new Map<string, number>();
    // The first time, the page loads what shows a word about it; meanwhile the action does not run again.
    await press(tab);
    await expect.poll(tab.ui.text, patience).toContain("Put the text cursor into a word");
    let happened = 1;
    for (let trial = 0; trial < ends; trial += 1) {
      const names = Object.keys(points) as (keyof typeof points)[];
      const point = names[trial % names.length] as keyof typeof points;
      const how = random() < 0.5 ? "stopped" : "killed";
      happened += await points[point]({ ...tab, end, how, random });
      counts.set(`${point}, ${how}`, (counts.get(`${point}, ${how}`) ?? 0) + 1);
    }
    await askWorker(chromium, "flush", {});
    await expect.poll(() => own.events().length, patience).toBe(happened);
    expect(own.events().every(({ name }) => name === "showHover")).toBe(true);
    const { queue, dropped } = await askWorker(chromium, "inspect", {});
    expect([queue, dropped]).toEqual([[], {}]);
    // The control: requests were lost, and the worker with them.
    expect(own.givenUp.length).toBeGreaterThanOrEqual(Math.floor(ends / 6) * 2);
    expect(new Set(own.events().map(({ id }) => id)).size).toBe(happened);
    if (ends > 12)
      for (const [name, count] of counts) process.stdout.write(`| ${name} | ${count} |\n`);
    await tab.page.close();
  },
);
