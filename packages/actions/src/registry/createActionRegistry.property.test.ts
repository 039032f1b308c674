import fc from "fast-check";
import { expect, test } from "vitest";
import { createActionRegistry } from "./createActionRegistry.ts";

/** A source that is registered, or the nth registration that is taken back. */
type Step =
  | { readonly kind: "builtin" | "extension"; readonly ids: readonly string[] }
  | { readonly kind: "unregister"; readonly index: number }
  | { readonly kind: "context"; readonly on: boolean };

const ids = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { minLength: 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom("builtin" as const, "extension" as const), ids }),
  fc.record({ kind: fc.constant("unregister" as const), index: fc.nat(12) }),
  fc.record({ kind: fc.constant("context" as const), on: fc.boolean() }),
);

/** The simple model: sources in order; builtins win, then whoever came first. */
interface Source {
  readonly name: string;
  readonly builtin: boolean;
  readonly ids: readonly string[];
  registered: boolean;
}

function expectedTitles(sources: readonly Source[], on: boolean): readonly string[] {
  const present = sources.filter(({ registered }) => registered);
  const ordered = [
    ...present.filter(({ builtin }) => builtin),
    ...present.filter(({ builtin }) => !builtin),
  ];
  return ["a", "b", "c", "d"].flatMap((id) => {
    const owner = ordered.find((source) => source.ids.includes(id));
    return owner === undefined || (id === "a" && !on) ? [] : [`${id} of ${owner.name}`];
  });
}

function play(steps: readonly Step[]): boolean {
  const registry = createActionRegistry();
  const sources: Source[] = [];
  const removals: (() => void)[] = [];
  let on = false;
  return steps.every((current, index) => {
    if (current.kind === "context") {
      on = current.on;
      registry.context.update({ on });
    } else if (current.kind === "unregister") {
      removals[current.index]?.();
      const source = sources[current.index];
      if (source !== undefined) source.registered = false;
    } else {
      const name = `source${index}`;
      const contributions = {
        actions: current.ids.map((id) => ({ id, title: `${id} of ${name}`, command: "x" })),
        menus: {
          help: current.ids.map((id) => ({ action: id, ...(id === "a" && { when: "on" }) })),
        },
      };
      const builtin = current.kind === "builtin";
      const isTaken = sources.some(
        (source) =>
          source.registered && source.builtin && source.ids.some((id) => current.ids.includes(id)),
      );
      if (builtin && isTaken) return true;
      if (builtin) removals.push(registry.registerContributions(contributions));
      else {
        const result = registry.registerExtension({
          publisher: "p",
          name,
          contributes: contributions,
        });
        if (!result.ok) return false;
        removals.push(result.value.unregister);
      }
      sources.push({ name, builtin, ids: current.ids, registered: true });
    }
    const menu = registry.getMenu("help");
    const titles = menu.map(({ action }) => action.title);
    return (
      JSON.stringify(titles) === JSON.stringify(expectedTitles(sources, on)) &&
      registry.getMenu("help") === menu
    );
  });
}

test("after any sequence of registrations a menu shows what a simple model says", () => {
  expect(() => {
    fc.assert(fc.property(fc.array(step, { maxLength: 25 }), play), { numRuns: 300 });
  }).not.toThrow();
});
