import { useMenu } from "@action-telemetry/react";
import { useLayoutEffect, useRef, type KeyboardEvent, type ReactElement } from "react";
import { useCodeBrowser } from "../app/CodeBrowser.ts";
import { focusableScroller } from "../layout/focusableScroller.ts";
import { Markdown } from "../markdown/Markdown.tsx";
import { HoverActions } from "./HoverActions.tsx";
import { placeCard } from "./placeCard.ts";
import type { TokenCard, TokenCardControl } from "./useTokenCard.ts";

/** Props of {@link HoverCard}. */
export interface HoverCardProps {
  readonly card: TokenCard;
  readonly control: TokenCardControl;
}

/** What is known of a word, with the actions for it, beside the word. Renders a `<dialog>`, not modal. */
export function HoverCard({ card, control }: HoverCardProps): ReactElement {
  const { editor } = useCodeBrowser();
  const element = useRef<HTMLDialogElement>(null);
  const items = useMenu("hover", { scope: card.scope });
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

  const handlers = {
    onPointerEnter: control.hold,
    onPointerLeave: control.release,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === "Escape") {
        event.stopPropagation();
        control.close();
        editor.current?.focus();
      }
    },
  };
  return (
    <dialog
      ref={element}
      open
      aria-label={`About ${token.text}`}
      className="cb-hover"
      tabIndex={-1}
      {...handlers}
    >
      <div className="cb-hover-text" {...focusableScroller("Documentation")}>
        <Markdown text={card.markdown} language="typescript" />
      </div>
      <HoverActions items={items} onDone={control.close} />
    </dialog>
  );
}
