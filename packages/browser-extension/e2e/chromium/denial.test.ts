import { expect, test } from "vitest";
import { printRow } from "../measure/printRow.ts";
import { askWorker } from "./library/askWorker.ts";
import { whyUnmanaged } from "./library/openManagement.ts";
import { watchMarker } from "./library/watchMarker.ts";
import { type OpenPage, ownInstance, setUpExtension } from "./library/setUpExtension.ts";
import { filePages } from "./pages/servePages.ts";

const why = whyUnmanaged();
const skipped = why === undefined ? "" : ` (skipped: ${why})`;
const extension = setUpExtension({ isManaged: why === undefined });
const trials = Number(process.env["EXTENSION_DENIAL_TRIALS"] ?? 1);

/** What a trial has measured, in milliseconds since the browser or the page told the worker. */
interface Measured {
  /** Until the instance lost the request that it had not answered. */
  readonly aborted: number;
  /** Until the last tab showed no marker any more. */
  readonly unmarked: number;
  /** Until nothing was stored of queue and ID; absent where they are kept. */
  readonly erased?: number | undefined;
}

/** A way in which telemetry ends while everything runs. */
interface Denial {
  readonly name: string;
  /** Whether queue and ID are erased, and not kept. */
  readonly erases: boolean;
  /** Prepares the browser. */
  readonly allow: () => Promise<void>;
  readonly deny: () => Promise<void>;
}

const denials: readonly Denial[] = [
  {
    name: "An administrator who forbids it",
    erases: true,
    allow: () => prescribe({}),
    deny: () => prescribe({ telemetry: "off" }),
  },
  {
    name: "Send telemetry, switched off under a strict policy",
    erases: true,
    async allow() {
      await extension.change({ sendTelemetry: true });
      await prescribe({ telemetry: "strict" });
    },
    deny: () => extension.change({ sendTelemetry: false }),
  },
  {
    name: "The extension, switched off",
    erases: false,
    allow: async () => {
      await prescribe({});
      await extension.change({ enabled: true });
    },
    deny: () => extension.change({ enabled: false }),
  },
];

/** Prescribes, and waits until Chromium has looked. */
async function prescribe(items: Readonly<Record<string, unknown>>): Promise<void> {
  const worker = await extension.chromium.currentWorker();
  extension.prescribe(items);
  const read = "chrome.storage.managed.get(null).then(JSON.stringify)";
  await expect
    .poll(() => worker.evaluate(read), { timeout: 120_000, interval: 200 })
    .toBe(JSON.stringify(items));
}

/** Notes in the worker when it is told, and when nothing of queue and ID is stored any more. */
const watch = `
  globalThis.toldAt = globalThis.erasedAt = undefined;
  globalThis.stopWatching?.();
  const tell = async () => {
    globalThis.toldAt ??= Date.now();
    for (;;) {
      const keys = Object.keys(await chrome.storage.local.get(null));
      if (!keys.some((key) => key.startsWith("action-telemetry:"))) break;
    }
    globalThis.erasedAt ??= Date.now();
  };
  const hear = ({ kind }) => { if (kind === "writeSettings") void tell(); };
  chrome.runtime.onMessage.addListener(hear);
  chrome.storage.managed?.onChanged.addListener(tell);
  globalThis.stopWatching = () => {
    chrome.runtime.onMessage.removeListener(hear);
    chrome.storage.managed?.onChanged.removeListener(tell);
  };`;

const hosts = ["GitHub", "GitLab", "Bitbucket Cloud"] as const;
const bytes = () => extension.own.bodies.reduce((sum, body) => sum + body.length, 0);
const press = async (tabs: readonly OpenPage[]) => {
  for (const { page } of tabs) await page.keyboard.press("Alt+Shift+h");
};

/** Denies while three tabs run actions, with one request on its way and more events waiting. */
async function runTrial({ erases, allow, deny }: Denial): Promise<Measured> {
  const { own, chromium } = extension;
  await extension.change({ instanceURL: ownInstance, enabled: true });
  await allow();
  own.manner = "answered";
  const tabs = await Promise.all(hosts.map((host) => extension.open(filePages[host].address)));
  for (const { ui } of tabs)
    await expect.poll(() => ui.href("link", "View file")).toContain("utm_source");
  const before = own.events().length;
  await press(tabs);
  await extension.stored(own, before + 3);

  own.manner = "lost";
  const [requests, gone] = [own.bodies.length, own.givenUp.length];
  await press(tabs);
  await expect.poll(() => own.bodies.length).toBe(requests + 1);
  await press(tabs);
  const worker = await chromium.currentWorker();
  await worker.evaluate(watch);
  const whenUnmarked = await Promise.all(tabs.map(watchMarker));
  let isOver = false;
  const run = async () => {
    while (!isOver) await press(tabs);
  };
  const running = run();
  await deny();
  const sent = bytes();
  const ends = await Promise.all(whenUnmarked.map((when) => when()));
  isOver = true;
  await running;

  // What was asked for before is answered by now, and so whatever the tabs have told is dealt with.
  await press(tabs);
  own.manner = "answered";
  await askWorker(chromium, "flush", {});
  const { queue, consent } = await askWorker(chromium, "inspect", {});
  expect([consent, queue]).toEqual([erases ? "denied" : "unknown", []]);
  expect(bytes()).toBe(sent);
  expect(own.bodies).toHaveLength(requests + 1);
  expect(own.events()).toHaveLength(before + 3);
  await expect.poll(() => own.givenUp.length).toBe(gone + 1);
  const noted = (await worker.evaluate("({ toldAt, erasedAt })")) as {
    readonly toldAt: number;
    readonly erasedAt?: number;
  };
  const since = (time: number) => Math.max(0, time - noted.toldAt);

  // On again: what was erased is gone, what was kept arrives.
  await allow();
  await extension.change({ enabled: true });
  for (const { ui } of tabs)
    await expect.poll(() => ui.href("link", "View file")).toContain("utm_source");
  await press(tabs);
  const arrived = () => own.events().length - before;
  await expect.poll(arrived).toBeGreaterThanOrEqual(erases ? 6 : 10);
  expect(arrived() === 6).toBe(erases);
  for (const { page } of tabs) await page.close();
  return {
    aborted: since(own.givenUp[gone] ?? 0),
    unmarked: Math.max(...ends.map(since)),
    erased: erases && noted.erasedAt !== undefined ? since(noted.erasedAt) : undefined,
  };
}

test.skipIf(why !== undefined).each(denials)(
  `$name: three tabs are silent at once, and no byte leaves after it${skipped}`,
  { timeout: 300_000 * trials },
  async (denial) => {
    const measured: Measured[] = [];
    for (let trial = 0; trial < trials; trial += 1) measured.push(await runTrial(denial));
    expect(measured).toHaveLength(trials);
    if (trials > 1)
      printRow(denial.name, [
        measured.map(({ aborted }) => aborted),
        measured.map((one) => one.unmarked),
        measured.map(({ erased }) => erased),
      ]);
  },
);
