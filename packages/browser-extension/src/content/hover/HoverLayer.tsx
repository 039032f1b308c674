import { HoverOverlay, type HoverState } from "@action-telemetry/react";
import { Markdown } from "@action-telemetry/react/markdown";
import { useMemo, useSyncExternalStore, type ReactElement } from "react";
import type { HoverController } from "./createHoverController.ts";
import type { HoverAnswer, HoverCard } from "./HoverCard.ts";

/** What is known of the word that is pointed at, beside the word. */
export function HoverLayer({ controller }: HoverLayerProps): ReactElement | null {
  const { card } = controller;
  const shown = useSyncExternalStore(card.subscribe, card.getSnapshot);
  return shown === undefined ? null : <Card key={shown.id} shown={shown} controller={controller} />;
}

/** Props of {@link HoverLayer}. */
export interface HoverLayerProps {
  readonly controller: HoverController;
}

interface CardProps extends HoverLayerProps {
  readonly shown: HoverCard;
}

function Card({ shown, controller }: CardProps): ReactElement {
  const { id, token, answer, scope, byKeyboard, isPinned } = shown;
  const state = useMemo(() => toHoverState(answer), [answer]);
  return (
    <HoverOverlay
      token={id}
      label={token.text}
      anchor={token}
      state={state}
      scope={scope}
      hasFocus={byKeyboard}
      isPinned={isPinned}
      onPinnedChange={controller.pin}
      onRetry={controller.retry}
      onClose={controller.close}
      onPointerEnter={controller.hold}
      onPointerLeave={controller.release}
    />
  );
}

function toHoverState(answer: HoverAnswer): HoverState {
  if (answer.kind !== "ready") return answer;
  return { kind: "ready", content: <Markdown text={answer.markdown} /> };
}
