import { ActionItem, useMenu } from "@action-telemetry/react";
import { CircleHelp } from "lucide-react";
import { useId, type ReactElement } from "react";
import { useDisclosure } from "../layout/useDisclosure.ts";

/** The help menu: a button that shows a list of actions. Renders a `<div>`. */
export function HelpMenu(): ReactElement {
  const items = useMenu("help");
  const { open, setOpen, button, root } = useDisclosure();
  const id = useId();
  return (
    <div className="cb-help" {...root}>
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
