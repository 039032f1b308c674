import fc from "fast-check";
import { expect, test } from "vitest";
import type { ApplicationAction } from "../action/ApplicationAction.ts";
import type { Contributions, MenuItemContribution } from "../action/Contributions.ts";
import type { ActionRegistry } from "./ActionRegistry.ts";
import { createActionRegistry } from "./createActionRegistry.ts";

const contextKeys = ["a", "b", "c", "location.hash"];
const menuIds = ["help", "commandPalette"] as const;
const actionIds = ["first", "second", "third"] as const;

const template = fc.constantFrom(
  "Plain",
  "${a}",
  "${a} and ${b}",
  "${c && 'on' || 'off'}",
  "${json(context)}",
  "${get(context, b)}",
);
const condition = fc.constantFrom("a", "!b", "a && c", "get(context, a)", "json(context) != ''");
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const fields = fc.record(
  {
    title: template,
    disabledTitle: template,
    category: template,
    description: template,
    iconURL: fc.constantFrom("data:image/png;base64,${a}", "javascript:${b}"),
    actionItem: fc.record(
      { label: template, iconDescription: template, pressed: condition },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);
const target = fc.constantFrom(
  {},
  { command: "run", commandArguments: ["${a}", { raw: 1 }, "${json(context)}"] },
  { command: "open", commandArguments: ["https://code.example/${a}"] },
  { command: "openPanel", commandArguments: ["references"] },
);
const item = fc.record({
  action: fc.constantFrom(...actionIds),
  alt: maybe(fc.constantFrom(...actionIds)),
  when: maybe(condition),
  disabledWhen: maybe(condition),
});
const contributions = fc
  .record({
    parts: fc.tuple(...actionIds.map(() => fc.tuple(fields, target))),
    help: fc.array(item, { maxLength: 4 }),
    commandPalette: fc.array(item, { maxLength: 4 }),
  })
  .map(({ parts, help, commandPalette }): Contributions => {
    const actions = actionIds.map((id, index): ApplicationAction => {
      const [texts, runs] = parts[index] ?? [{}, {}];
      return withoutUndefined({ id, ...texts, ...runs });
    });
    const clean = (items: readonly object[]) =>
      items.map((each) => withoutUndefined(each) as MenuItemContribution);
    return { actions, menus: { help: clean(help), commandPalette: clean(commandPalette) } };
  });

type Read = (typeof menuIds)[number] | (typeof actionIds)[number];
const step = fc.oneof(
  fc.record({
    scoped: fc.boolean(),
    patch: fc.dictionary(fc.constantFrom(...contextKeys), fc.constantFrom(null, "a", "b")),
  }),
  fc.record({ scoped: fc.boolean(), read: fc.constantFrom<Read>(...menuIds, ...actionIds) }),
);

function withoutUndefined<Value extends object>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

function readAll(registry: ActionRegistry, read: Read, scope = registry.context): unknown {
  return read === "help" || read === "commandPalette"
    ? registry.getMenu(read, scope, { includeInactive: true })
    : [registry.getShortcutAction(read, scope), registry.getAction(read, scope)];
}

test("whatever has changed and been read before, what is read is what a new registry would say", () => {
  fc.assert(
    fc.property(
      contributions,
      fc.array(step, { minLength: 5, maxLength: 40 }),
      (contributed, steps) => {
        const registry = createActionRegistry();
        registry.registerContributions(contributed);
        const codeView = registry.context.createScope();
        for (const current of steps) {
          const scope = current.scoped ? codeView : registry.context;
          if ("patch" in current) {
            scope.update(current.patch);
            continue;
          }
          const fresh = createActionRegistry();
          fresh.context.update(scope.getSnapshot());
          fresh.registerContributions(contributed);
          const seen = readAll(registry, current.read, scope);
          expect(seen).toEqual(readAll(fresh, current.read));
          expect(readAll(registry, current.read, scope)).toEqual(seen);
        }
      },
    ),
    { numRuns: 400 },
  );
});

test("a menu is the identical list while it says the same, also when what it reads has changed", () => {
  const registry = createActionRegistry();
  registry.registerContributions({
    actions: [{ id: "first", title: "${a && 'On' || 'Off'}", command: "run" }],
    menus: { help: [{ action: "first", when: "b" }] },
  });
  registry.context.update({ a: 1, b: 1 });
  const menu = registry.getMenu("help");
  registry.context.update({ a: 2, b: 2 });
  expect(registry.getMenu("help")).toBe(menu);
  registry.context.update({ a: null });
  expect(registry.getMenu("help")).not.toBe(menu);
});
