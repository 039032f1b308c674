import { ActionItem, useMenu } from "@action-telemetry/react";
import { useLayoutEffect, useRef, type KeyboardEvent, type ReactElement } from "react";
import { useCodeBrowser } from "../app/CodeBrowser.ts";
import { Markdown } from "../markdown/Markdown.tsx";
import { placeCard } from "./placeCard.ts";
import type { TokenCard, TokenCardControl } from "./useTokenCard.ts";

/** Props of {@link HoverCard}. */
export interface HoverCardProps {
  readonly card: TokenCard;
  readonly control: TokenCardControl;
}

/** What is known of a word, with the actions for it, beside the word. Renders a `<div role="dialog">`, not modal. */
export function HoverCard({ card, control }: HoverCardProps): ReactElement {
  const { editor } = useCodeBrowser();
  const element = useRef<HTMLDivElement>(null);
  const items = useMenu("hover", { scope: card.scope });
  const actions = items.filter((item) => item.active);
  const { token, byKeyboard } = card;

  useLayoutEffect(() => {
    const box = editor.current?.tokenBox(token);
    if (element.current === null || box === undefined) {
      return;
    }
    const { offsetWidth: width, offsetHeight: height } = element.current;
    const window = { width: innerWidth, height: innerHeight };
    const { left, top } = placeCard(box, { width, height }, window);
    element.current.style.left = `${left}px`;
    element.current.style.top = `${top}px`;
  }, [editor, token, items]);
  useLayoutEffect(() => {
    if (byKeyboard) {
      element.current?.focus();
    }
  }, [byKeyboard, token]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      control.close();
      editor.current?.focus();
    }
  };
  return (
    <div
      ref={element}
      role="dialog"
      aria-label={`About ${token.text}`}
      className="cb-hover"
      tabIndex={-1}
      onPointerEnter={control.hold}
      onPointerLeave={control.release}
      onKeyDown={onKeyDown}
    >
      <div className="cb-hover-text" tabIndex={0} role="region" aria-label="Documentation">
        <Markdown text={card.markdown} language="typescript" />
      </div>
      {actions.length > 0 && (
        <div className="cb-hover-actions">
          {actions.map(({ key, action, alt }) => (
            <ActionItem
              key={key}
              action={action}
              alt={alt}
              surface="hover"
              variant="toolbar"
              onExecuted={(_details, outcome) => {
                if (outcome.status === "succeeded" || outcome.status === "opened") {
                  control.close();
                }
              }}
            />
          ))}
        </div>
      )}
    </div>
  );
}
