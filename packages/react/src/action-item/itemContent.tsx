import { Fragment, type ReactNode } from "react";
import type { Looks } from "../actions-provider/Looks.ts";
import type { ActionState } from "../use-action/ActionState.ts";
import type { ActionItemForm } from "./ActionItemForm.ts";

/**
 * What is inside an item: icon, label, and the mark of an external link. While the action runs a
 * spinner takes the place of the icon, or lies over the label, so that nothing moves. A function and
 * no component: a page may hold thousands of items.
 *
 * @param newTab - What is said of a link that opens a new tab.
 * @param children - Shown in place of the label.
 */
export function itemContent(
  state: ActionState,
  form: ActionItemForm,
  looks: Looks | undefined,
  newTab: string,
  children: ReactNode,
): ReactNode {
  const { name, label, icon } = form;
  const external = state.kind === "link" && state.action?.link?.external === true;
  // With a key, so that what is read stays the same element when something appears beside it.
  const text =
    children !== undefined ? (
      <Fragment key="text">{children}</Fragment>
    ) : label === undefined ? (
      <span key="text" className="at-sr">
        {name}
      </span>
    ) : (
      <span key="text" className="at-item-label">
        {label}
      </span>
    );
  const hasIcon = icon !== undefined || label === undefined;
  const mark = runMark(state, looks);
  if (!hasIcon && !external && mark === undefined) return text;
  const isMarked = label !== undefined && !(icon?.kind === "bundled" && icon.name === "external");
  return (
    <>
      {hasIcon ? (
        <span key="icon" className="at-item-icon">
          {mark ?? (looks && <looks.Icon icon={icon} letterOf={name} />)}
        </span>
      ) : (
        mark && (
          <span key="mark" className="at-item-overlay">
            {mark}
          </span>
        )
      )}
      {text}
      {external && isMarked && looks && (
        <looks.Icon key="external" icon={externalMark} className="at-icon at-external" />
      )}
      {external && (
        <span key="new-tab" className="at-sr">
          {" "}
          ({newTab})
        </span>
      )}
    </>
  );
}

const externalMark = { kind: "bundled", name: "external" } as const;
const warningMark = { kind: "bundled", name: "warning" } as const;

function runMark({ running, error }: ActionState, looks: Looks | undefined): ReactNode {
  if (running) return <span className="at-spinner" aria-hidden="true" />;
  if (error === undefined) return undefined;
  return looks && <looks.Icon icon={warningMark} className="at-icon at-failure" />;
}
