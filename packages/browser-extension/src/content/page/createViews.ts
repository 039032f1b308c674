import type { ActionRegistry, ContextStore } from "@action-telemetry/actions";
import type { FileFacts } from "@action-telemetry/code-hosts";
import { codeViewContext } from "../actions/codeViewContext.ts";
import type { InstanceView } from "../actions/InstanceView.ts";
import type { Presence } from "../repositories/Presence.ts";
import { createStore, type Store } from "../background/createStore.ts";

/** A code view of the page. */
export interface View {
  readonly facts: FileFacts | undefined;
  /** The context of its actions. */
  readonly scope: ContextStore;
}

/** The code views of a page. */
export interface Views {
  /** Adds one. Its scope is there until it is removed. */
  readonly add: (element: HTMLElement, facts: FileFacts | undefined) => View;
  readonly remove: (element: HTMLElement) => void;
  readonly get: (element: HTMLElement) => View | undefined;
  readonly elements: () => readonly HTMLElement[];
  /** Tells the actions of all of them of another instance, or another session. */
  readonly refresh: () => void;
  /** The scope of the one file that is shown, where it is one: that of the palette. */
  readonly main: Pick<Store<ContextStore | undefined>, "getSnapshot" | "subscribe">;
}

/** Makes a list without code views. */
export function createViews(
  context: ActionRegistry["context"],
  getInstance: () => InstanceView | undefined,
  getPresence: (repository: string) => Presence,
): Views {
  const views = new Map<HTMLElement, View>();
  const main = createStore<ContextStore | undefined>(undefined);
  const follow = () => {
    const [only, ...others] = views.values();
    main.set(others.length === 0 ? only?.scope : undefined);
    const hasCode = [...views.values()].some(({ facts }) => facts !== undefined);
    context.update({ hasCode: hasCode || null });
  };
  const readContext = (facts: FileFacts | undefined) =>
    codeViewContext(facts, getInstance(), facts ? getPresence(facts.repository) : "unknown");
  return {
    add(element, facts) {
      const view = { facts, scope: context.createScope(readContext(facts)) };
      views.set(element, view);
      follow();
      return view;
    },
    remove(element) {
      views.delete(element);
      follow();
    },
    get: (element) => views.get(element),
    elements: () => [...views.keys()],
    refresh() {
      for (const { facts, scope } of views.values()) scope.update(readContext(facts));
    },
    main,
  };
}
