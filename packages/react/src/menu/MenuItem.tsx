import type { Surface } from "@action-telemetry/actions";
import { createElement, type ReactElement } from "react";
import { actionToForm } from "../action-item/ActionItemForm.ts";
import { describeItem } from "../action-item/describeItem.ts";
import { useActions } from "../actions-provider/useActions.ts";
import { ActionIcon } from "../icon/ActionIcon.tsx";
import { Glyph } from "../icon/Glyph.tsx";
import { KeybindingKeys } from "../keyboard/KeybindingKeys.tsx";
import type { ActionState } from "../use-action/ActionState.ts";
import { useAction } from "../use-action/useAction.ts";
import type { MenuEntry } from "./MenuEntry.ts";

/**
 * One line of an open menu: a command, a link, or a toggle with a check mark.
 * Renders a `<button>` or an `<a>` with the role of a menu item; nothing when nobody contributed the ID.
 * Records the execution of its action with the menu's surface.
 */
export function MenuItem(props: MenuItemProps): ReactElement | null {
  const { entry, surface, isRadio, hasIcons, onRun } = props;
  const { messages, platform, notices } = useActions().actions;
  const { props: own, state } = useAction({
    action: entry.action,
    alt: entry.alt,
    surface,
    // Before anything runs: the action may want to put the focus somewhere, or show a menu itself.
    onExecute: ({ action, alt }) => onRun(!alt && action.item?.pressed !== undefined),
    onExecuted(_details, outcome) {
      if (outcome.status !== "failed") return;
      notices?.add({
        title: state.action?.title ?? outcome.actionId,
        message: outcome.error.message,
      });
    },
  });
  const { action, kind, pressed } = state;
  const isToggle = pressed !== undefined && kind !== "noop";
  if (action === undefined) return null;

  const form = actionToForm(action, "toolbar");
  const label = form.label ?? form.name;
  const { description } = describeItem(state, { ...form, label }, messages, platform);
  const keybinding = action.keybindings[0];
  return createElement(
    kind === "link" ? "a" : "button",
    {
      ...own,
      type: kind === "link" ? undefined : "button",
      role: isToggle ? (isRadio ? "menuitemradio" : "menuitemcheckbox") : "menuitem",
      tabIndex: -1,
      className: "at-menu-item",
      "aria-pressed": undefined,
      "aria-checked": isToggle ? pressed : undefined,
      "aria-disabled": own["aria-disabled"] ?? (kind === "noop" ? true : undefined),
      "aria-description": description,
      "data-label": label,
    },
    hasIcons && <MenuItemMark state={state} icon={form.icon} isRadio={isRadio} />,
    <span className="at-menu-text">
      <span className="at-menu-label">{label}</span>
      {state.disabledReason !== undefined && (
        <span className="at-menu-reason" aria-hidden="true">
          {state.disabledReason}
        </span>
      )}
    </span>,
    keybinding && <KeybindingKeys keybinding={keybinding} platform={platform} />,
    action.link?.external === true && (
      <>
        <Glyph name="external" className="at-icon at-external" />
        <span className="at-sr"> ({messages.opensInNewTab})</span>
      </>
    ),
  );
}

interface MenuItemMarkProps {
  readonly state: ActionState;
  readonly icon: ReturnType<typeof actionToForm>["icon"];
  readonly isRadio: boolean;
}

/** What stands before the label: the check mark of a toggle, or the action's icon. */
function MenuItemMark({ state, icon, isRadio }: MenuItemMarkProps): ReactElement {
  const { pressed, running } = state;
  const mark = isRadio ? <span className="at-menu-dot" /> : <Glyph name="check" />;
  return (
    <span className="at-menu-mark" aria-hidden="true">
      {running ? (
        <span className="at-spinner" />
      ) : pressed === undefined ? (
        <ActionIcon icon={icon} />
      ) : (
        pressed && mark
      )}
    </span>
  );
}

/** The props of {@link MenuItem}. */
export interface MenuItemProps {
  readonly entry: MenuEntry;
  readonly surface: Surface;
  /** Whether it excludes the other toggles of its group. */
  readonly isRadio: boolean;
  /** Whether there is a column for icons and marks. */
  readonly hasIcons: boolean;
  /** Called before its action runs; told whether it is a toggle, which may keep the menu open. */
  readonly onRun: (isToggle: boolean) => void;
}
