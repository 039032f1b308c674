import type { ContextStore } from "@action-telemetry/actions";
import { useCallback, useEffect, useRef, useState } from "react";
import type { HoverAnswer } from "../../api/HoverAnswer.ts";
import type { LocationsAnswer } from "../../api/LocationsAnswer.ts";
import { useCodeBrowser } from "../app/CodeBrowser.ts";
import type { CodeToken } from "../code-view/tokenAt.ts";
import { hasLanguageService } from "../code-view/hasLanguageService.ts";
import { languageAddress } from "../code-view/languageAddress.ts";
import { fetchAnswer } from "../data/fetchAnswer.ts";
import type { CodePlace } from "../navigation/Route.ts";
import { definitionContext, loadingContext } from "./definitionContext.ts";

/** A card about one word of the code. */
export interface TokenCard {
  readonly token: CodeToken;
  /** Types and documentation, in Markdown. */
  readonly markdown: string;
  /** The context of the card's own actions. */
  readonly scope: ContextStore;
  /** Whether a key asked for it, so that the focus goes to it. */
  readonly byKeyboard: boolean;
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
}

const graceMs = 250;

/** Asks the language service about the word that the pointer rests on and shows what it knows, if anything. */
export function useTokenCard(place: CodePlace): TokenCardControl {
  const { codeScope, editor } = useCodeBrowser();
  const [card, setCard] = useState<TokenCard>();
  const asking = useRef<AbortController>(undefined);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { path, revision } = place;

  const close = useCallback(() => {
    clearTimeout(leaving.current);
    asking.current?.abort();
    setCard(undefined);
  }, []);
  const hold = useCallback(() => clearTimeout(leaving.current), []);
  const release = useCallback(() => {
    clearTimeout(leaving.current);
    leaving.current = setTimeout(close, graceMs);
  }, [close]);

  const ask = useCallback(
    (token: CodeToken, byKeyboard: boolean) => {
      const at = { path, ...(revision === undefined ? {} : { revision }) };
      const position = editor.current?.positionOf(token.from);
      if (position === undefined || !hasLanguageService(at)) {
        return;
      }
      hold();
      asking.current?.abort();
      const controller = new AbortController();
      asking.current = controller;
      const scope = codeScope.createScope(loadingContext(at, position));
      const { signal } = controller;
      fetchAnswer<HoverAnswer>(languageAddress("hover", at, position), signal)
        .then((answer) => {
          const markdown = answer.ok ? answer.value.hover?.markdown : undefined;
          setCard(markdown === undefined ? undefined : { token, markdown, scope, byKeyboard });
        })
        .catch(() => undefined);
      fetchAnswer<LocationsAnswer>(languageAddress("definition", at, position), signal)
        .then((answer) => scope.update(definitionContext(at, position, answer)))
        .catch(() => undefined);
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
    onToken: useCallback(
      (token) => {
        if (token === undefined) {
          release();
        } else {
          ask(token, false);
        }
      },
      [ask, release],
    ),
  };
}
