import type { ReactElement, ReactNode } from "react";
import { ActionIcon } from "../icon/ActionIcon.tsx";
import { Glyph } from "../icon/Glyph.tsx";
import type { ActionState } from "../use-action/ActionState.ts";
import type { ActionItemForm } from "./ActionItemForm.ts";

/**
 * What is inside an item: icon, label, and the mark of an external link. While the action runs a
 * spinner takes the place of the icon, or lies over the label, so that nothing moves.
 * Renders `<span>`s.
 * Records nothing.
 */
export function ActionItemContent(props: ActionItemContentProps): ReactElement {
  const { state, form, newTab, children } = props;
  const { name, label, icon } = form;
  const external = state.kind === "link" && state.action?.link?.external === true;
  const hasIcon = icon !== undefined || label === undefined;
  const mark = state.running ? (
    <span className="at-spinner" aria-hidden="true" />
  ) : state.error === undefined ? undefined : (
    <Glyph name="warning" className="at-icon at-failure" />
  );
  return (
    <>
      {hasIcon ? (
        <span className="at-item-icon">{mark ?? <ActionIcon icon={icon} letterOf={name} />}</span>
      ) : (
        mark && <span className="at-item-overlay">{mark}</span>
      )}
      {children ??
        (label === undefined ? (
          <span className="at-sr">{name}</span>
        ) : (
          <span className="at-item-label">{label}</span>
        ))}
      {external && (
        <>
          {label !== undefined && !isExternalMark(icon) && (
            <Glyph name="external" className="at-icon at-external" />
          )}
          <span className="at-sr"> ({newTab})</span>
        </>
      )}
    </>
  );
}

/** Whether the action's own icon says already that the link leads away. */
function isExternalMark(icon: ActionItemForm["icon"]): boolean {
  return icon?.kind === "bundled" && icon.name === "external";
}

/** The props of {@link ActionItemContent}. */
export interface ActionItemContentProps {
  readonly state: ActionState;
  readonly form: ActionItemForm;
  /** What is said of a link that opens a new tab. */
  readonly newTab: string;
  /** Shown in place of the label. */
  readonly children?: ReactNode;
}
