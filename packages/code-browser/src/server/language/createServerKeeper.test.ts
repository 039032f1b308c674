import { expect, test } from "vitest";
import { createServerKeeper } from "./createServerKeeper.ts";
import type { LanguageServerConnection } from "./startLanguageServer.ts";

function createFakeServers() {
  const ends: (() => void)[] = [];
  let stopped = 0;
  const start = (): Promise<LanguageServerConnection> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    ends.push(resolve);
    return Promise.resolve({
      request: () => Promise.resolve(null),
      notify: () => undefined,
      ended: promise,
      stop: () => {
        stopped += 1;
        resolve();
      },
    });
  };
  return { start, ends, stopped: () => stopped };
}

test("one server answers everybody, and is started with the first question", async () => {
  const servers = createFakeServers();
  const keeper = createServerKeeper({ start: servers.start, now: () => 0 });
  expect(servers.ends).toHaveLength(0);
  const [first, second] = await Promise.all([keeper.get(), keeper.get()]);
  expect(first).toBe(second);
  expect(servers.ends).toHaveLength(1);
});

test("a server that has died is started again, at most three times a minute", async () => {
  const servers = createFakeServers();
  let time = 0;
  const keeper = createServerKeeper({ start: servers.start, now: () => time });
  for (const turn of [0, 1, 2]) {
    const server = await keeper.get();
    servers.ends[turn]?.();
    await server?.ended;
  }
  expect(await keeper.get()).toBeUndefined();
  time = 60_000;
  expect(await keeper.get()).toBeDefined();
});

test("a server that does not start is no server, and closing ends the one that runs", async () => {
  const broken = createServerKeeper({
    start: () => Promise.reject(new Error("No program.")),
    now: () => 0,
  });
  expect(await broken.get()).toBeUndefined();
  const servers = createFakeServers();
  const keeper = createServerKeeper({ start: servers.start, now: () => 0 });
  await keeper.get();
  keeper.close();
  expect(servers.stopped()).toBe(1);
});
