import { ActionItem, useMenu } from "@action-telemetry/react";
import { CircleHelp } from "lucide-react";
import {
  useEffect,
  useId,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type ReactElement,
} from "react";

/** The help menu: a button that shows a list of actions. Renders a `<div>`. */
export function HelpMenu(): ReactElement {
  const items = useMenu("help");
  const [open, setOpen] = useState(false);
  const element = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) {
      return undefined;
    }
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && element.current?.contains(event.target) !== true) {
        setOpen(false);
      }
    };
    document.addEventListener("pointerdown", onPointerDown);
    return () => document.removeEventListener("pointerdown", onPointerDown);
  }, [open]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && open) {
      event.stopPropagation();
      setOpen(false);
      button.current?.focus();
    }
  };
  const onBlur = (event: FocusEvent) => {
    if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) {
      setOpen(false);
    }
  };
  return (
    <div ref={element} className="cb-help" onKeyDown={onKeyDown} onBlur={onBlur}>
      <button
        ref={button}
        type="button"
        className="cb-icon-button"
        aria-label="Help"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <CircleHelp aria-hidden="true" />
      </button>
      {open && (
        <ul id={id} className="cb-menu" aria-label="Help">
          {items.map(({ key, action, alt }) => (
            <li key={key}>
              <ActionItem
                action={action}
                alt={alt}
                surface="menu"
                variant="quiet"
                className="cb-menu-item"
                onExecuted={() => setOpen(false)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
