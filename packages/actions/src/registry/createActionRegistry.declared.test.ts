import { expect, test, vi } from "vitest";
import type { ApplicationAction } from "../action/ApplicationAction.ts";
import { createActionRegistry } from "./createActionRegistry.ts";

const declared: ApplicationAction = {
  id: "app.greet",
  title: "Greet ${name}",
  run: () => undefined,
};

test("an action that is declared where it is rendered follows the context, and keeps its identity", () => {
  const registry = createActionRegistry();
  registry.context.update({ name: "Ada" });
  const first = registry.resolveAction(declared);
  expect(first.title).toBe("Greet Ada");
  registry.context.update({ other: 1 });
  expect(registry.resolveAction(declared)).toBe(first);
  registry.context.update({ name: "Grace" });
  expect(registry.resolveAction(declared).title).toBe("Greet Grace");
  expect(registry.resolveAction(declared, registry.context.createScope({ name: "Ada" }))).toEqual(
    first,
  );
});

test("it is compiled once, whatever changes", () => {
  const read = vi.fn(() => "Greet ${name}");
  const action = Object.defineProperty({ ...declared }, "title", { get: read });
  const registry = createActionRegistry();
  registry.resolveAction(action);
  const reads = read.mock.calls.length;
  registry.context.update({ name: "Ada" });
  registry.resolveAction(action);
  registry.resolveAction(action, registry.context.createScope({ name: "Grace" }));
  expect(read).toHaveBeenCalledTimes(reads);
});

test("its links know the page, as those of registered actions do", () => {
  const registry = createActionRegistry({ baseURL: "https://code.example/tree/" });
  const open = { id: "app.open", title: "Open", command: "open", commandArguments: ["/x"] };
  expect(registry.resolveAction(open).link).toMatchObject({ external: false });
});

test("it is in no menu and not among the actions", () => {
  const registry = createActionRegistry();
  registry.resolveAction(declared);
  expect(registry.getActions()).toEqual([]);
  expect(registry.getAction(declared.id)).toBeUndefined();
});
