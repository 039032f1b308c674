import { HoverOverlay, type HoverState } from "@action-telemetry/react";
import { useMemo, type ReactElement } from "react";
import { useCodeBrowser } from "../app/CodeBrowser.ts";
import { Markdown } from "../markdown/Markdown.tsx";
import type { CardAnswer, TokenCard, TokenCardControl } from "./useTokenCard.ts";

/** Props of {@link HoverCard}. */
export interface HoverCardProps {
  readonly card: TokenCard;
  readonly control: TokenCardControl;
}

/** What is known of a word, with the actions for it, beside the word. Renders a `HoverOverlay`. */
export function HoverCard({ card, control }: HoverCardProps): ReactElement {
  const { editor } = useCodeBrowser();
  const { token, answer } = card;
  const anchor = useMemo(
    () => ({
      getBoundingClientRect: () => editor.current?.tokenBox(token) ?? new DOMRect(),
    }),
    [editor, token],
  );
  const state = useMemo(() => toHoverState(answer), [answer]);
  return (
    <HoverOverlay
      token={token.from}
      label={token.text}
      anchor={anchor}
      state={state}
      scope={card.scope}
      hasFocus={card.byKeyboard}
      isPinned={card.isPinned}
      onPinnedChange={control.pin}
      onRetry={control.retry}
      onClose={control.close}
      onPointerEnter={control.hold}
      onPointerLeave={control.release}
    />
  );
}

function toHoverState(answer: CardAnswer): HoverState {
  if (answer.kind !== "ready") return answer;
  return { kind: "ready", content: <Markdown text={answer.markdown} language="typescript" /> };
}
