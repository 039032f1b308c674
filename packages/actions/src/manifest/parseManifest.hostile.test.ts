import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { parseManifest } from "./parseManifest.ts";

const throwing = new Proxy(
  {},
  {
    get: () => {
      throw new Error("get");
    },
    getOwnPropertyDescriptor: () => {
      throw new Error("getOwnPropertyDescriptor");
    },
    ownKeys: () => {
      throw new Error("ownKeys");
    },
    getPrototypeOf: () => {
      throw new Error("getPrototypeOf");
    },
  },
);

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

describe("a hostile manifest", () => {
  it.each<[string, unknown]>([
    ["a proxy that throws", throwing],
    ["a revoked proxy", revoked()],
    ["contributions that throw", { name: "x", contributes: throwing }],
    ["menus that throw", { name: "x", contributes: { menus: throwing } }],
    ["a revoked list", { name: "x", contributes: { actions: revoked() } }],
  ])("is rejected when it is %s", (_, manifest) => {
    expect(parseManifest(manifest)).toMatchObject({ ok: false, error: { severity: "error" } });
  });

  it("loses an action that throws, and no other", () => {
    const parsed = parseManifest({
      name: "x",
      contributes: { actions: [throwing, { id: "good", title: "t" }, revoked()] },
    });
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        contributions: { actions: [{ id: "good" }] },
        diagnostics: [
          { code: "manifest-unreadable", path: "actions[0]" },
          { code: "manifest-unreadable", path: "actions[2]" },
        ],
      },
    });
  });

  it("has none of its getters called", () => {
    let calls = 0;
    const getter = {
      enumerable: true,
      get: () => {
        calls += 1;
        throw new Error("called");
      },
    };
    const action = Object.defineProperties(
      { id: "a" },
      { title: getter, run: getter, command: getter },
    );
    const item = Object.defineProperties({ action: "a" }, { when: getter, alt: getter });
    const contributes = Object.defineProperty(
      { actions: [action], menus: { hover: [item] } },
      "views",
      getter,
    );
    const parsed = parseManifest(Object.defineProperty({ contributes }, "name", getter));
    expect(parsed.ok).toBe(true);
    expect(calls).toBe(0);
  });

  it("cannot reach a prototype by its keys", () => {
    const text = `{
      "name": "x", "__proto__": { "polluted": 1 },
      "contributes": {
        "__proto__": { "polluted": 1 },
        "actions": [{
          "id": "a", "title": "t", "__proto__": { "polluted": 1 }, "constructor": { "prototype": { "polluted": 1 } },
          "commandArguments": [{ "__proto__": { "polluted": 1 }, "constructor": 1, "kept": { "__proto__": 2 } }],
          "actionItem": { "label": "l", "__proto__": { "polluted": 1 } }
        }],
        "menus": { "__proto__": [{ "action": "a" }], "hover": [{ "action": "a", "__proto__": { "polluted": 1 } }] }
      }
    }`;
    const parsed = parseManifest(JSON.parse(text));
    expect(parsed.ok && parsed.value.contributions).toStrictEqual({
      actions: [
        { id: "a", title: "t", commandArguments: [{ kept: {} }], actionItem: { label: "l" } },
      ],
      menus: { hover: [{ action: "a" }] },
    });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(Object.keys(Object.prototype)).toStrictEqual([]);
  });

  it("has no more than 2,000 actions, and says so", () => {
    const actions = Array.from({ length: 100_000 }, (_, index) => ({
      id: `a${index}`,
      title: "t",
    }));
    const hover = actions.map(({ id }) => ({ action: id }));
    const parsed = parseManifest({ name: "x", contributes: { actions, menus: { hover } } });
    expect(parsed.ok && parsed.value.contributions.actions).toHaveLength(2000);
    expect(parsed.ok && parsed.value.contributions.menus.hover).toHaveLength(2000);
    expect(parsed).toMatchObject({
      value: { diagnostics: [{ code: "too-many-items" }, { code: "too-many-items" }] },
    });
  });

  it("has no more than 500 diagnostics", () => {
    const actions = Array.from({ length: 2000 }, () => ({ id: "<script>" }));
    const parsed = parseManifest({ name: "x", contributes: { actions } });
    expect(parsed.ok && parsed.value.diagnostics).toHaveLength(500);
  });

  it("that is huge by its length alone is read no further than the limit", () => {
    const actions: unknown[] = [];
    actions.length = 4_294_967_295;
    const parsed = parseManifest({ name: "x", contributes: { actions } });
    expect(parsed.ok && parsed.value.contributions.actions).toStrictEqual([]);
  });

  it("gives contributions that cannot be changed afterwards", () => {
    const raw = { id: "a", title: "t", commandArguments: [["x"]], actionItem: { label: "l" } };
    const parsed = parseManifest({ name: "x", contributes: { actions: [raw] } });
    raw.title = "changed";
    raw.commandArguments[0]?.push("changed");
    const action = parsed.ok ? parsed.value.contributions.actions[0] : undefined;
    expect(JSON.stringify(action)).not.toContain("changed");
    for (const part of [
      action,
      action?.commandArguments,
      action?.commandArguments?.[0],
      action?.actionItem,
    ]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
  });
});

describe("every manifest", () => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSparseArray: true,
    withTypedArray: true,
    key: fc.constantFrom("id", "title", "actions", "menus", "hover", "action", "when", "__proto__"),
  });

  it("is parsed or rejected, without an exception, into data that JSON can hold", () => {
    fc.assert(
      fc.property(anything, anything, anything, (contributes, actions, hover) => {
        for (const manifest of [
          contributes,
          { name: "x", contributes },
          { name: "x", contributes: { actions, menus: { hover } } },
          { name: "x", contributes: { actions: [actions, hover], menus: { hover: [hover] } } },
        ]) {
          const parsed = parseManifest(manifest);
          const text = JSON.stringify(parsed);
          expect(JSON.parse(text)).toStrictEqual(parsed);
        }
      }),
      { numRuns: 500 },
    );
  });
});
