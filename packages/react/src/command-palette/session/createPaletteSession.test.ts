import { resolveAction, type ResolvedMenuItem } from "@action-telemetry/actions";
import { describe, expect, it, vi } from "vitest";
import { createDeferred } from "../../testing/createDeferred.ts";
import { createManualScheduler } from "../../testing/createManualScheduler.ts";
import { createCatalogStore } from "../catalog/createCatalogStore.ts";
import type { FoundItems, PaletteItem, PaletteMode, PalettePage } from "../pages/PalettePage.ts";
import { createPaletteSession } from "./createPaletteSession.ts";
import type { PaletteSession } from "./PaletteSession.ts";

function item(title: string, category?: string): ResolvedMenuItem {
  const id = title.toLowerCase().replaceAll(/[^a-z0-9]+/gu, ".");
  const action = resolveAction({
    id,
    title,
    run: () => undefined,
    ...(category === undefined ? {} : { category }),
  });
  return { key: id, action, active: true };
}

const items = [
  item("Toggle Blame", "Git"),
  item("Toggle Minimap", "View"),
  item("Show History", "Git"),
  item("Save"),
];

function setUp({
  menu = items as readonly ResolvedMenuItem[],
  modes = [] as readonly PaletteMode[],
  recents = [] as readonly string[],
  pins = [] as readonly string[],
  aliases = new Map<string, string>(),
  text = "",
} = {}) {
  const scheduler = createManualScheduler();
  const listeners = new Set<() => void>();
  const scene = { menu };
  const source = {
    read: () => scene.menu,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  const catalog = createCatalogStore(source, scheduler);
  catalog.keep();
  const session = createPaletteSession({
    catalog,
    scheduler,
    modes,
    text,
    actionsTitle: "Actions",
    readListing: () => ({
      pins,
      recents,
      aliases,
      aliasById: new Map(),
      lifts: new Map(recents.map((id) => [id, 0.5])),
      headings: { pinned: "Pinned", recent: "Recent", other: "Other" },
    }),
  });
  session.start();
  return {
    session,
    scheduler,
    changeMenu(next: readonly ResolvedMenuItem[]) {
      scene.menu = next;
      for (const listener of listeners) listener();
      scheduler.turn();
    },
  };
}

function titles(session: PaletteSession): readonly (string | undefined)[] {
  const { rows } = session.getSnapshot();
  return Array.from({ length: rows.count }, (_, index) => rows.option(index)?.title);
}

const selectedTitle = (session: PaletteSession) => session.settle()?.title;
const headings = (session: PaletteSession) =>
  session.getSnapshot().rows.sections.flatMap(({ heading, count }) => (count > 0 ? heading : []));

function toItems(...names: readonly string[]): readonly PaletteItem[] {
  return names.map((title) => ({ id: title, title, value: title }));
}

describe("The list of actions", () => {
  it("begins with pins and recents, then goes by category; each action is there once", () => {
    const { session } = setUp({
      recents: ["save", "gone", "show.history"],
      pins: ["show.history"],
    });
    expect(headings(session)).toEqual(["Pinned", "Recent", "Git", "View"]);
    expect(titles(session)).toEqual(["Show History", "Save", "Toggle Blame", "Toggle Minimap"]);
  });

  it("is that of what was typed, the first one selected", () => {
    const { session } = setUp();
    session.type("toggle min");
    expect(titles(session)).toEqual(["Toggle Minimap"]);
    expect(session.getSnapshot()).toMatchObject({
      text: "toggle min",
      selected: 0,
      status: "ready",
    });
    session.type("zzzz");
    expect(session.getSnapshot()).toMatchObject({ selected: -1, status: "ready" });
  });

  it("puts what a person named first, when the name is typed in full", () => {
    const { session } = setUp({ aliases: new Map([["tt", "save"]]) });
    session.type("tt");
    expect(titles(session)[0]).toBe("Save");
    session.type("t");
    expect(titles(session)[0]).not.toBe("Save");
  });

  it("tells of a change once for each key typed", () => {
    const { session } = setUp();
    const listener = vi.fn();
    session.subscribe(listener);
    session.type("toggle");
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it("follows the menu until the person moves in it, and is frozen then", () => {
    const { session, changeMenu } = setUp({ menu: items.slice(0, 2) });
    changeMenu(items);
    expect(titles(session)).toHaveLength(4);
    session.move("next", 5);
    const before = titles(session);
    changeMenu(items.toReversed());
    expect(titles(session)).toEqual(before);
    session.type("t");
    session.type("");
    expect(titles(session)).not.toEqual(before);
  });
});

describe("A long list of actions", () => {
  const many = Array.from({ length: 3000 }, (_, index) => item(`Action number ${index}`));
  const slow = () => {
    const scene = setUp({ menu: many });
    const now = scene.scheduler.now;
    // Each look at the clock costs 5 ms, so that a slice ends after two steps.
    scene.scheduler.now = () => {
      scene.scheduler.advance(5);
      return now();
    };
    return scene;
  };

  it("shows rows of what was typed only: never those of an earlier text", () => {
    const { session, scheduler } = slow();
    while (session.getSnapshot().status === "searching") scheduler.turn();
    session.type("number 29");
    expect(session.getSnapshot()).toMatchObject({ status: "searching", selected: -1 });
    expect(titles(session)).toEqual([]);
    session.type("number 17");
    while (session.getSnapshot().status === "searching") scheduler.turn();
    expect(titles(session)[0]).toBe("Action number 17");
    expect(titles(session).every((title) => title?.includes("17"))).toBe(true);
  });

  it("is finished at once when Enter is pressed before it is there", () => {
    const { session } = slow();
    session.type("number 2999");
    expect(session.getSnapshot().status).toBe("searching");
    expect(selectedTitle(session)).toBe("Action number 2999");
  });
});

describe("Pages", () => {
  const branches: PalettePage = {
    title: "Branch",
    items: toItems("main", "feature/search", "fix"),
  };

  it("open over the actions, are searched, and go back to what was there", () => {
    const { session } = setUp();
    session.type("toggle");
    session.move("next", 5);
    session.open(branches);
    expect(titles(session)).toEqual(["main", "feature/search", "fix"]);
    expect(session.getSnapshot()).toMatchObject({ text: "", crumbs: ["Branch"], title: "Branch" });
    session.type("serch");
    expect(titles(session)).toEqual(["feature/search"]);
    expect(session.back()).toBe(true);
    expect(session.getSnapshot()).toMatchObject({ text: "toggle", crumbs: [], selected: 1 });
    expect(session.back()).toBe(false);
  });

  it("ask for one answer after another, and hand them all over", () => {
    const { session } = setUp();
    const onAnswered = vi.fn();
    const validate = (text: string) => (text.includes(" ") ? "No spaces, please." : undefined);
    session.ask([branches, { kind: "text", title: "Name", validate }], onAnswered);
    session.answer("main");
    expect(session.getSnapshot().crumbs).toEqual(["Branch", "Name"]);
    session.type("a b");
    expect(session.settle()?.disabledReason).toBe("No spaces, please.");
    session.type("ab");
    expect(session.settle()).toMatchObject({ title: "ab", disabledReason: undefined });
    expect(onAnswered).not.toHaveBeenCalled();
    session.answer("ab");
    expect(onAnswered).toHaveBeenCalledExactlyOnceWith(["main", "ab"]);
    session.leavePages();
    expect(session.getSnapshot().crumbs).toEqual([]);
  });

  it("are opened by their prefix, the longest first, and listed by a question mark", () => {
    const files: PaletteMode = { prefix: "#", title: "Files", items: toItems("a.ts") };
    const symbols: PaletteMode = { prefix: "##", title: "Symbols", items: toItems("alpha") };
    const { session } = setUp({ modes: [files, symbols] });
    session.type("#a");
    expect([titles(session), session.getSnapshot().query]).toEqual([["a.ts"], "a"]);
    session.type("##a");
    expect(titles(session)).toEqual(["alpha"]);
    session.type("> save");
    expect(titles(session)).toEqual(["Save"]);
    session.type("?");
    expect(titles(session)).toEqual(["Actions", "Files", "Symbols"]);
    expect(session.settle()?.target).toEqual({ kind: "mode", prefix: ">" });
  });
});

describe("Pages that find their rows", () => {
  interface Request {
    readonly query: string;
    readonly signal: AbortSignal;
    readonly resolve: (items: readonly PaletteItem[]) => void;
    readonly reject: (error: unknown) => void;
  }
  function setUpPage() {
    const requests: Request[] = [];
    const find: NonNullable<PalettePage["find"]> = (query, { signal }) => {
      const { promise, resolve, reject } = createDeferred<readonly PaletteItem[]>();
      requests.push({ query, signal, resolve, reject });
      return promise;
    };
    const scene = setUp();
    scene.session.open({ title: "Files", find });
    const request = (index: number) => {
      const found = requests[index];
      if (found === undefined) throw new Error(`There was no request ${index}.`);
      return found;
    };
    return { ...scene, request };
  }
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

  it("cancel what is no longer asked for, and never show what comes of it", async () => {
    const { session, request } = setUpPage();
    session.type("ab");
    expect(request(0).signal.aborted).toBe(true);
    expect([request(1).query, request(1).signal.aborted]).toEqual(["ab", false]);
    request(0).resolve(toItems("stale"));
    await settled();
    expect(session.getSnapshot()).toMatchObject({ status: "loading", selected: -1 });
    request(1).resolve(toItems("fresh"));
    await settled();
    expect([titles(session), session.getSnapshot().status]).toEqual([["fresh"], "ready"]);
    session.back();
    expect(request(1).signal.aborted).toBe(true);
  });

  it("show that they failed, and try again", async () => {
    const { session, request } = setUpPage();
    request(0).reject(new Error("offline"));
    await settled();
    expect(session.getSnapshot().status).toBe("failed");
    session.reload();
    expect(session.getSnapshot().status).toBe("loading");
    request(1).resolve(toItems("there"));
    await settled();
    expect(titles(session)).toEqual(["there"]);
  });

  it("fail as well when they throw", () => {
    const { session } = setUp();
    session.open({
      title: "Broken",
      find() {
        throw new Error("on purpose");
      },
    });
    expect(session.getSnapshot().status).toBe("failed");
  });

  it("append what comes late, while the selection stays where it is", async () => {
    const gate = createDeferred<void>();
    async function* find(): AsyncGenerator<readonly PaletteItem[]> {
      yield toItems("one", "two", "one");
      await gate.promise;
      yield toItems("two", "three");
    }
    const { session } = setUp();
    session.open({ title: "Files", find: find as () => FoundItems });
    await settled();
    session.move("next", 5);
    expect([titles(session), session.getSnapshot().status]).toEqual([["one", "two"], "loading"]);
    gate.resolve();
    await settled();
    expect([titles(session), session.getSnapshot().status]).toEqual([
      ["one", "two", "three"],
      "ready",
    ]);
    expect(session.getSnapshot().selected).toBe(1);
  });

  it("close what yields rows when nobody asks any more", async () => {
    const closed = vi.fn();
    async function* find(): AsyncGenerator<readonly PaletteItem[]> {
      try {
        for (let page = 0; ; page += 1) {
          yield toItems(String(page));
          await settled();
        }
      } finally {
        closed();
      }
    }
    const { session } = setUp();
    session.open({ title: "Files", find: find as () => FoundItems });
    await settled();
    session.back();
    await expect.poll(() => closed.mock.calls.length).toBe(1);
  });
});
