import { resolveAction, type ResolvedMenuItem } from "@action-telemetry/actions";
import { describe, expect, it, vi } from "vitest";
import { finishSteps } from "../../search/Steps.ts";
import { createManualScheduler } from "../../testing/createManualScheduler.ts";
import { createCatalogStore } from "./createCatalogStore.ts";

function menuOf(...titles: readonly string[]): readonly ResolvedMenuItem[] {
  return titles.map((title) => {
    const action = resolveAction({ id: title, title, run: () => undefined });
    return { key: title, action, active: true };
  });
}

function setUp(menu: readonly ResolvedMenuItem[]) {
  const scheduler = createManualScheduler();
  const read = vi.fn(() => scene.menu);
  let notify: () => void = () => undefined;
  const scene = {
    menu,
    read,
    scheduler,
    store: createCatalogStore(
      {
        read,
        subscribe(listener) {
          notify = listener;
          return () => {
            notify = () => undefined;
          };
        },
      },
      scheduler,
    ),
    change(next: readonly ResolvedMenuItem[]) {
      scene.menu = next;
      notify();
    },
    /** How many actions the catalog has; undefined: there is none. */
    count: () => scene.store.getSnapshot()?.items.length,
  };
  return scene;
}

describe("The catalog of a menu", () => {
  it("is made when the browser is idle, and nothing is read before", () => {
    const scene = setUp(menuOf("a", "b"));
    scene.store.keep();
    expect([scene.read.mock.calls.length, scene.count()]).toEqual([0, undefined]);
    scene.scheduler.turn();
    expect(scene.count()).toBe(2);
  });

  it("is made again after a change, once, and takes over what did not change", () => {
    const scene = setUp(menuOf("a", "b"));
    scene.store.keep();
    scene.scheduler.turn();
    const listener = vi.fn();
    scene.store.subscribe(listener);
    scene.change([...scene.menu, ...menuOf("c")]);
    scene.change([...scene.menu, ...menuOf("d")]);
    expect(scene.count()).toBe(2);
    scene.scheduler.turn();
    expect([scene.count(), listener.mock.calls.length]).toEqual([4, 1]);
    const index = scene.store.getSnapshot()?.index;
    expect(index && [...finishSteps(index.search("d")).numbers]).toEqual([3]);
  });

  it("is left alone by a notification after which the menu is the same", () => {
    const scene = setUp(menuOf("a"));
    scene.store.keep();
    scene.scheduler.turn();
    const before = scene.store.getSnapshot();
    scene.change(scene.menu);
    scene.scheduler.turn();
    expect(scene.store.getSnapshot()).toBe(before);
  });

  it("is made at once for somebody who waits, and goes on with what was begun", () => {
    const scene = setUp(menuOf(...Array.from({ length: 2000 }, (_, index) => `action.${index}`)));
    scene.store.keep();
    scene.store.finish();
    expect([scene.count(), scene.scheduler.waiting]).toEqual([2000, 0]);
    expect(scene.read).toHaveBeenCalledTimes(1);
  });

  it("is made no more after it is no longer kept", () => {
    const scene = setUp(menuOf("a"));
    const stop = scene.store.keep();
    stop();
    scene.scheduler.turn();
    scene.change(menuOf("b"));
    expect([scene.scheduler.waiting, scene.count()]).toEqual([0, undefined]);
  });
});
