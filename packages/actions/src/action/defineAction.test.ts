import { describe, expect, expectTypeOf, it } from "vitest";

import type { ActionId } from "./ActionId.ts";
import type { Contributions } from "./Contributions.ts";
import { defineAction } from "./defineAction.ts";

describe("defineAction", () => {
  it("returns the action as it is, with the types of its arguments", () => {
    const action = {
      id: "file.open",
      title: "Open file",
      run: ({ arguments: [path, line] }: { arguments: readonly [string, number] }) => path + line,
    };
    const defined = defineAction<readonly [string, number]>(action);
    expect(defined).toBe(action);
    expectTypeOf(defined.id).toEqualTypeOf<ActionId>();
    expectTypeOf(defined.logArguments)
      .exclude<undefined>()
      .parameters.toEqualTypeOf<[path: string, line: number]>();
  });

  it("returns an action that can be contributed, whatever its arguments are", () => {
    const action = defineAction<readonly [string]>({
      id: "file.open",
      run: ({ arguments: [path] }) => path.length,
      logArguments: (path) => ({ length: path.length }),
    });
    const contributions: Contributions = { actions: [action] };
    expect(contributions.actions).toStrictEqual([action]);
  });

  it.each(["", "has space", "__proto__", "constructor", "-x", "a".repeat(129), undefined, 5])(
    "throws for the ID %j, and says why and how to mend it",
    (id) => {
      expect(() => defineAction({ id: id as string })).toThrow(
        /^@action-telemetry\/actions: .* is not an action ID\. .*counted.* Use 1 to 128/s,
      );
    },
  );

  it("throws for an action that has a command and a function", () => {
    expect(() => defineAction({ id: "a", command: "a", run: () => 1 })).toThrow(
      "The action a has both a command and a run function.",
    );
  });

  it.each([0, -1, Number.NaN])("throws for the time limit %d", (timeoutMs) => {
    expect(() => defineAction({ id: "a", run: () => 1, timeoutMs })).toThrow("has the time limit");
  });
});
