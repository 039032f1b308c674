import { useCallback, useMemo, useRef, useState, type ReactElement } from "react";
import { useActions } from "../actions-provider/useActions.ts";
import { joinRoot, type Root } from "../use-action/joinRoot.ts";
import { Tooltip } from "./Tooltip.tsx";

/** A tooltip of an element that runs no action. */
export interface TooltipResult {
  /** For the element. */
  readonly ref: (element: Element | null) => void;
  /** The open tooltip, to be rendered beside the element. */
  readonly element: ReactElement | undefined;
}

/**
 * A tooltip for an element that runs no action, such as the button of a menu.
 *
 * @param text - What it says; undefined: there is none now.
 */
export function useTooltip(text: string | undefined): TooltipResult {
  const watchTooltips = useActions().actions.looks?.watchTooltips;
  const [anchor, setAnchor] = useState<Element | undefined>(undefined);
  const place = useRef<{ readonly root: Root; readonly element: Element } | undefined>(undefined);
  const owner = useMemo(
    () => ({
      watch: () => undefined,
      setTooltip: (open: boolean) => setAnchor(open ? place.current?.element : undefined),
    }),
    [],
  );
  const ref = useCallback(
    (element: Element | null) => {
      place.current?.root.leave(place.current.element);
      place.current =
        element === null ? undefined : { root: joinRoot(element, owner, watchTooltips), element };
    },
    [owner, watchTooltips],
  );
  return {
    ref,
    element:
      anchor !== undefined && text !== undefined ? (
        <Tooltip anchor={anchor} owner={owner}>
          <span className="at-tooltip-text">{text}</span>
        </Tooltip>
      ) : undefined,
  };
}
