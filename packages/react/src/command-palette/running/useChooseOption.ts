import {
  decideGesture,
  type ContextStore,
  type Gesture,
  type ResolvedAction,
  type Trigger,
} from "@action-telemetry/actions";
import { useActions } from "../../actions-provider/useActions.ts";
import { isResolved, type ActionReference } from "../../use-action/ActionReference.ts";
import type { PaletteItem } from "../pages/PalettePage.ts";
import type { PaletteOption } from "../rows/PaletteRow.ts";
import type { PaletteSession } from "../session/PaletteSession.ts";
import type { PaletteSettings } from "../PaletteSettings.ts";
import type { RunStore } from "./createRunStore.ts";
import { withArguments } from "./withArguments.ts";

/** How a row was activated. */
export interface Activation {
  /** The click on the row, or the one that Enter stands for. */
  readonly gesture: Gesture;
  readonly trigger: Trigger;
  readonly trusted: boolean;
}

/** Does what a row is there for. */
export type ChooseOption = (option: PaletteOption, activation: Activation) => void;

/** What a palette chooses with. */
export interface ChooseOptions {
  readonly session: PaletteSession;
  readonly settings: PaletteSettings;
  readonly runs: RunStore;
  /** Closes the palette and gives the focus back; called before the action runs. */
  readonly close: () => void;
}

/** An action to run, and what a click on it means. */
interface Execution {
  readonly action: ResolvedAction;
  readonly alt: ResolvedAction | undefined;
  readonly activation: Activation;
}

/**
 * Does what a row is there for: runs its action the same as a click on it anywhere else does, for a
 * click and for Enter alike, also when it is a link; opens a page; answers a prompt.
 */
export function useChooseOption(options: ChooseOptions): ChooseOption {
  const { session, settings } = options;
  const { actions } = useActions();
  const run = useRunExecution(options);
  return ({ target, disabledReason, key }, activation) => {
    const { gesture, trusted } = activation;
    const isIgnored = !trusted && actions.syntheticEvents === "ignore";
    if (isIgnored || disabledReason !== undefined) return;
    if (target.kind === "action") {
      // The list may be frozen: what the menu says now counts.
      const now = settings.catalog.readMenu().find((item) => item.key === key);
      if (now !== undefined) run({ action: now.action, alt: now.alt, activation }, []);
      else session.reload();
      return;
    }
    if (target.kind === "item" && target.item.action !== undefined) {
      const { registry, scope } = actions;
      const action = resolveReference(target.item.action, settings.scope ?? scope, registry);
      if (action === undefined) return;
      run({ action, alt: undefined, activation }, target.item.arguments ?? []);
    } else if (gesture.type === "click" && gesture.button === 0) {
      if (target.kind === "mode") session.type(target.prefix);
      else openOrAnswer(session, target.item);
    }
  };
}

function openOrAnswer(session: PaletteSession, item: PaletteItem): void {
  if (item.page === undefined) session.answer(item.value);
  else session.open(item.page);
}

function resolveReference(
  reference: ActionReference,
  scope: ContextStore | undefined,
  registry: ReturnType<typeof useActions>["actions"]["registry"],
): ResolvedAction | undefined {
  if (typeof reference === "string") return registry?.getAction(reference, scope);
  return isResolved(reference) ? reference : registry?.resolveAction(reference, scope);
}

/** Asks for what is missing, then runs. */
function useRunExecution({ session, settings, runs, close }: ChooseOptions) {
  const { actions, executor } = useActions();
  const { notices } = actions;
  const scope = settings.scope ?? actions.scope;
  return ({ action, alt, activation }: Execution, given: readonly unknown[]) => {
    const { gesture, trigger, trusted } = activation;
    const decision = decideGesture(gesture, action, alt);
    if (decision.run === "nothing") return;
    const useAlt = decision.run === "alt";
    const chosen = (useAlt ? alt : undefined) ?? action;
    const newTab = decision.newTab ? { newTab: true } : {};
    const execute = (values: readonly unknown[]) =>
      executor.execute(useAlt ? action : withArguments(chosen, values), {
        surface: "palette",
        trigger,
        trusted,
        useAlt,
        scope,
        alt: useAlt ? withArguments(chosen, values) : alt,
        ...newTab,
      });
    const follow = (values: readonly unknown[]) => {
      runs.follow(chosen.title, execute(values), () => follow(values));
    };
    session.ask(settings.prompts[chosen.id] ?? [], (answers) => {
      const values = [...given, ...answers];
      if (settings.staysOpen(chosen)) {
        session.leavePages();
        // What was run must not move under the pointer for having been run.
        session.select(session.getSnapshot().selected);
        follow(values);
        settings.recents.add(chosen.id);
        return;
      }
      close();
      const outcome = execute(values);
      settings.recents.add(chosen.id);
      void outcome.then((settled) => {
        if (settled.status !== "failed") return;
        notices?.add({ title: chosen.title, message: settled.error.message });
      });
    });
  };
}
