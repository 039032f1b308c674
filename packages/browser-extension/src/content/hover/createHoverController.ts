import type { ContextStore } from "@action-telemetry/actions";
import type { FileFacts, FoundToken, InstanceLinks } from "@action-telemetry/code-hosts";
import type { Background } from "../../messages/Background.ts";
import type { CodePosition } from "../../messages/CodePosition.ts";
import type { Presence } from "../repositories/Presence.ts";
import type { InstanceView } from "../actions/InstanceView.ts";
import { createStore, type Store } from "../background/createStore.ts";
import { createGrace } from "./createGrace.ts";
import { definitionContext, loadingContext } from "./definitionContext.ts";
import type { HoverAnswer, HoverCard } from "./HoverCard.ts";
import { hoverPosition } from "./hoverPosition.ts";

/** A code view that words can be pointed at in. */
export interface HoverableView {
  readonly facts: FileFacts | undefined;
  readonly scope: ContextStore;
}

/** What {@link createHoverController} works with. */
export interface HoverControllerOptions {
  readonly background: Pick<Background, "hover" | "definition">;
  readonly getInstance: () => InstanceView | undefined;
  readonly getView: (element: HTMLElement) => HoverableView | undefined;
  readonly getPresence: (repository: string) => Presence;
  /** Has ready what cards are shown with, while the instance is asked. */
  readonly prepare: () => void;
  /** Calls back after some milliseconds, and returns what prevents it. */
  readonly delay: (callback: () => void, milliseconds: number) => () => void;
}

/** The card that is shown, and what opens and closes it. */
export interface HoverController {
  readonly card: Pick<Store<HoverCard | undefined>, "getSnapshot" | "subscribe">;
  /** The pointer rests on a word, or on none. */
  readonly point: (found: FoundToken | undefined) => void;
  /** A key asked for the card of a word. @returns whether anything can be known of it */
  readonly open: (found: FoundToken) => boolean;
  /** The pointer is on the card: it stays. */
  readonly hold: () => void;
  /** The pointer has left the card: it goes after a moment. */
  readonly release: () => void;
  readonly pin: (isPinned: boolean) => void;
  readonly retry: () => void;
  readonly close: () => void;
  /** What is around has moved: the card goes, unless the person has pinned it or reads it by keyboard. */
  readonly scroll: () => void;
  /** Closes the card if it is about a word of this code view. */
  readonly forget: (codeView: HTMLElement) => void;
}

/** Asks the instance about the words of code that a person points at, one at a time. */
export function createHoverController(options: HoverControllerOptions): HoverController {
  const card = createStore<HoverCard | undefined>(undefined);
  const shown = card.getSnapshot;
  let asking = new AbortController();
  let lastId = 0;
  const close = () => {
    grace.hold();
    asking.abort();
    card.set(undefined);
  };
  const grace = createGrace(() => shown()?.isPinned !== false, close, options.delay);
  const change = (patch: Partial<HoverCard>) => {
    const before = shown();
    if (before !== undefined) card.set({ ...before, ...patch });
  };
  function open({ token, codeView }: FoundToken, byKeyboard: boolean): boolean {
    const question = toQuestion({ token, codeView }, options);
    if (question === undefined) return false;
    options.prepare();
    grace.hold();
    asking.abort();
    asking = new AbortController();
    const { scope } = question;
    const answer = { kind: "loading" } as const;
    card.set({ id: ++lastId, token, codeView, answer, scope, byKeyboard, isPinned: false });
    void askHover(question, options, asking.signal, (found) => {
      if (found === undefined) close();
      else change({ answer: found });
    });
    void askDefinition(question, options, asking.signal);
    return true;
  }
  const retry = () => {
    const before = shown();
    if (before !== undefined) open(before, before.byKeyboard);
  };
  return {
    card,
    point(found) {
      const before = shown();
      if (found === undefined) grace.release();
      else if (before !== undefined && isSame(before, found)) grace.hold();
      else if (before?.isPinned !== true && !open(found, false)) grace.release();
    },
    open: (found) => open(found, true),
    hold: grace.hold,
    release: grace.release,
    pin: (isPinned) => change({ isPinned }),
    retry,
    close,
    scroll() {
      const before = shown();
      if (before?.isPinned === false && !before.byKeyboard) close();
    },
    forget(codeView) {
      if (shown()?.codeView === codeView) close();
    },
  };
}

/** A word, where it is in the repository, and what its actions are told. */
interface Question {
  readonly position: CodePosition;
  readonly links: InstanceLinks;
  readonly scope: ContextStore;
}

function toQuestion(
  { token, codeView }: FoundToken,
  { getInstance, getView, getPresence }: HoverControllerOptions,
): Question | undefined {
  const view = getView(codeView);
  const instance = getInstance();
  const position = view?.facts && hoverPosition(view.facts, token);
  if (!view || !instance || instance.needsSignIn || position === undefined) return undefined;
  // An instance that does not have it, or should not hear of it, is not asked.
  const presence = getPresence(position.repository);
  if (presence === "missing" || presence === "private") return undefined;
  const links = instance.plainLinks;
  return { position, links, scope: view.scope.createScope(loadingContext(links, position)) };
}

async function askHover(
  { position }: Question,
  { background }: HoverControllerOptions,
  signal: AbortSignal,
  show: (answer: HoverAnswer | undefined) => void,
): Promise<void> {
  const answer = await background.hover(position, { signal });
  if (signal.aborted) return;
  if (!answer.ok) show({ kind: "failed", message: answer.error.message });
  else show(answer.value === null ? undefined : { kind: "ready", markdown: answer.value.markdown });
}

async function askDefinition(
  { position, links, scope }: Question,
  { background }: HoverControllerOptions,
  signal: AbortSignal,
): Promise<void> {
  const answer = await background.definition(position, { signal });
  if (!signal.aborted) scope.update(definitionContext(links, position, answer));
}

function isSame(shown: HoverCard, { token, codeView }: FoundToken): boolean {
  const { line, character, side } = shown.token;
  return (
    shown.codeView === codeView &&
    line === token.line &&
    character === token.character &&
    side === token.side
  );
}
