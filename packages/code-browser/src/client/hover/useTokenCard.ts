import type { ContextStore } from "@action-telemetry/actions";
import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import type { HoverAnswer } from "../../api/HoverAnswer.ts";
import type { LocationsAnswer } from "../../api/LocationsAnswer.ts";
import type { SourcePosition } from "../../api/SourceRange.ts";
import { useCodeBrowser } from "../app/CodeBrowser.ts";
import type { CodeToken } from "../code-view/tokenAt.ts";
import { hasLanguageService } from "../code-view/hasLanguageService.ts";
import { languageAddress } from "../code-view/languageAddress.ts";
import { fetchAnswer } from "../data/fetchAnswer.ts";
import type { CodePlace } from "../navigation/Route.ts";
import { definitionContext, loadingContext } from "./definitionContext.ts";

/** What the language service says of a word. */
export type CardAnswer =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly message: string }
  /** Types and documentation, in Markdown. */
  | { readonly kind: "ready"; readonly markdown: string };

/** A card about one word of the code. */
export interface TokenCard {
  readonly token: CodeToken;
  readonly answer: CardAnswer;
  /** The context of the card's own actions. */
  readonly scope: ContextStore;
  /** Whether a key asked for it, so that the focus goes to it. */
  readonly byKeyboard: boolean;
  /** Whether it stays when the pointer is elsewhere. */
  readonly isPinned: boolean;
}

/** The card that is shown, and what opens and closes it. */
export interface TokenCardControl {
  readonly card: TokenCard | undefined;
  /** The pointer rests on a word, or has left it. */
  readonly onToken: (token: CodeToken | undefined) => void;
  /** A key asked for the card of a word. */
  readonly open: (token: CodeToken) => void;
  /** The pointer is on the card: it stays. */
  readonly hold: () => void;
  /** The pointer has left the card: it goes after a moment. */
  readonly release: () => void;
  readonly close: () => void;
  /** Keeps the card, or lets it go. */
  readonly pin: (isPinned: boolean) => void;
  /** Asks again after a failure. */
  readonly retry: () => void;
}

const graceMs = 250;

/** Asks the language service about the word that the pointer rests on and shows what it knows, if anything. */
export function useTokenCard(place: CodePlace): TokenCardControl {
  const { codeScope, editor } = useCodeBrowser();
  const [card, setCard] = useState<TokenCard>();
  const asking = useRef<AbortController>(undefined);
  const { path, revision } = place;
  const pinned = useRef(false);

  const close = useCallback(() => {
    asking.current?.abort();
    pinned.current = false;
    setCard(undefined);
  }, []);
  const { hold, release } = useGrace(pinned, close);

  const ask = useCallback(
    (token: CodeToken, byKeyboard: boolean) => {
      const at = { path, ...(revision === undefined ? {} : { revision }) };
      const position = editor.current?.positionOf(token.from);
      if (position === undefined || !hasLanguageService(at)) {
        return;
      }
      hold();
      pinned.current = false;
      asking.current?.abort();
      const controller = new AbortController();
      asking.current = controller;
      const scope = codeScope.createScope(loadingContext(at, position));
      const { signal } = controller;
      const show = (answer: CardAnswer) =>
        setCard({ token, answer, scope, byKeyboard, isPinned: pinned.current });
      show({ kind: "loading" });
      askAbout(at, position, signal, show, () => setCard(undefined));
      followDefinition(at, position, signal, scope);
    },
    [codeScope, editor, hold, path, revision],
  );

  useEffect(() => close, [close, path, revision]);

  return {
    card,
    hold,
    release,
    close,
    open: useCallback((token) => ask(token, true), [ask]),
    pin: useCallback((isPinned) => {
      pinned.current = isPinned;
      setCard((shown) => shown && { ...shown, isPinned });
    }, []),
    retry: useCallback(() => {
      if (card !== undefined) ask(card.token, card.byKeyboard);
    }, [ask, card]),
    onToken: useCallback(
      (token) => {
        if (token === undefined) {
          release();
        } else if (!pinned.current) {
          ask(token, false);
        }
      },
      [ask, release],
    ),
  };
}

/** Closes a card that is not pinned a moment after the pointer has left, unless it comes back. */
function useGrace(pinned: RefObject<boolean>, close: () => void) {
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const hold = useCallback(() => clearTimeout(leaving.current), []);
  const release = useCallback(() => {
    hold();
    if (!pinned.current) leaving.current = setTimeout(close, graceMs);
  }, [pinned, hold, close]);
  useEffect(() => hold, [hold]);
  return { hold, release };
}

/** Shows what the language service says of a word, and nothing of a word that it knows nothing of. */
function askAbout(
  place: CodePlace,
  position: SourcePosition,
  signal: AbortSignal,
  show: (answer: CardAnswer) => void,
  showNothing: () => void,
): void {
  fetchAnswer<HoverAnswer>(languageAddress("hover", place, position), signal)
    .then((answer) => {
      const markdown = answer.ok ? answer.value.hover?.markdown : undefined;
      if (!answer.ok) show({ kind: "failed", message: answer.error.message });
      else if (markdown === undefined) showNothing();
      else show({ kind: "ready", markdown });
    })
    .catch(() => undefined);
}

/** Tells the card's actions where the word is defined, as soon as that is known. */
function followDefinition(
  place: CodePlace,
  position: SourcePosition,
  signal: AbortSignal,
  scope: ContextStore,
): void {
  fetchAnswer<LocationsAnswer>(languageAddress("definition", place, position), signal)
    .then((answer) => scope.update(definitionContext(place, position, answer)))
    .catch(() => undefined);
}
