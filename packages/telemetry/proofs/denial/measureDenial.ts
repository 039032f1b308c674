import type { Browser } from "../kill/Browser.ts";
import type { Instance } from "../kill/Instance.ts";

/** What a denial in one tab took, in milliseconds from the call. */
export interface DenialTimes {
  /** Until the other tab had aborted its request. */
  readonly aborted: number;
  /** Until the instance saw the connection end. */
  readonly disconnected: number;
  /** Until queue and ID had gone from the database. */
  readonly erased: number;
}

/** What came of it, for whoever checks it. */
export interface Denial {
  readonly times: DenialTimes;
  /** The consent of the other tab. */
  readonly state: string;
  /** Entries that are left in any database of the origin. */
  readonly left: number;
  /** Requests after the denial, though both tabs went on recording, hid and were told to flush. */
  readonly requests: number;
}

/** Notes when a request of the page is aborted; `fetch` itself does not tell. */
const watch = `
const real = globalThis.fetch;
globalThis.fetch = (url, init) => {
  init.signal.addEventListener("abort", () => (globalThis.abortedAt ??= Date.now()));
  return real(url, init);
};
record(3);`;

const countEntries = `(async () => {
  const settled = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
  let entries = 0;
  for (const { name } of await indexedDB.databases()) {
    const database = await settled(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      entries += await settled(database.transaction(store).objectStore(store).count());
    }
    database.close();
  }
  return entries;
})()`;

const goOn = `(async () => {
  record(2);
  dispatchEvent(new PageTransitionEvent("pagehide"));
  await client.flush();
})()`;

/**
 * Opens two tabs, lets one of them send to an instance that does not answer, denies in the other, and
 * looks at what became of both.
 */
export async function measureDenial(browser: Browser, instance: Instance): Promise<Denial> {
  instance.isSilent = true;
  const one = await browser.open(`${instance.origin}/`);
  const two = await browser.open(`${instance.origin}/`);
  const asked = instance.request();
  await two.evaluate(watch);
  const { ended } = await asked;
  const [from, to] = (await one.evaluate(
    `(async () => {
      const from = Date.now();
      await client.consent.set("denied");
      return [from, Date.now()];
    })()`,
  )) as [number, number];
  const disconnectedAt = await ended;
  const abortedAt = (await two.evaluate("abortedAt")) as number;
  const state = (await two.evaluate("client.consent.state")) as string;
  const before = instance.requests;
  await one.evaluate(goOn);
  await two.evaluate(goOn);
  return {
    times: { aborted: abortedAt - from, disconnected: disconnectedAt - from, erased: to - from },
    state,
    left: (await one.evaluate(countEntries)) as number,
    requests: instance.requests - before,
  };
}
