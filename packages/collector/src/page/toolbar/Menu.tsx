import { type ReactNode, useEffect, useRef } from "react";

/** A button that opens a card. */
export interface MenuProps {
  readonly label: string;
  /** Whether what it offers is in use. */
  readonly isChosen?: boolean;
  /** On which side of the button the card begins. @default start */
  readonly side?: "start" | "end";
  readonly children: ReactNode;
}

/** A card below a button; Escape and a press elsewhere close it. */
export function Menu({ label, isChosen = false, side = "start", children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const menu = details.current;
      if (menu?.open !== true) return;
      const isEscape = event instanceof KeyboardEvent && event.key === "Escape";
      const isElsewhere = event.type === "pointerdown" && !event.composedPath().includes(menu);
      if (!isEscape && !isElsewhere) return;
      menu.open = false;
      if (isEscape) menu.querySelector("summary")?.focus();
    };
    window.addEventListener("keydown", close);
    window.addEventListener("pointerdown", close);
    return () => {
      window.removeEventListener("keydown", close);
      window.removeEventListener("pointerdown", close);
    };
  }, []);
  return (
    <details ref={details} className="menu" data-side={side} data-chosen={isChosen || undefined}>
      <summary className="button">{label}</summary>
      <div className="menu-card">{children}</div>
    </details>
  );
}
