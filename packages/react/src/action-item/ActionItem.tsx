"use client";

import {
  createElement,
  forwardRef,
  type AnchorHTMLAttributes,
  type ReactElement,
  type Ref,
} from "react";
import { mergeOnto } from "../merge-props/mergeOnto.ts";
import { mergeRefs } from "../merge-props/mergeRefs.ts";
import type { TooltipOwner } from "../tooltip/TooltipGroup.ts";
import { actionProps } from "../use-action/actionProps.ts";
import { useActionControl } from "../use-action/useActionControl.ts";
import type { UseActionOptions } from "../use-action/UseActionOptions.ts";
import { actionToForm, type ActionItemVariant } from "./ActionItemForm.ts";
import { describeItem } from "./describeItem.ts";
import { itemContent } from "./itemContent.tsx";

/** What of the props is not for the element. */
const ownProps: ReadonlySet<string> = new Set<keyof ActionItemProps>([
  "action",
  "alt",
  "surface",
  "variant",
  "isCompact",
  "disabled",
  "logArguments",
  "onExecute",
  "onExecuted",
  "className",
  "children",
]);

/**
 * An action as a person sees it: a button, a toggle, a link or text, by what the action is.
 * Renders a `<button>`, an `<a>`, or a `<span>` for a no-op; nothing when nobody contributed the ID.
 * Records the action's ID, its surface and how it was triggered, once for each activation.
 *
 * @example
 * ```tsx
 * <ActionItem action="toggleLineWrap" surface="toolbar" variant="toolbar" />
 * ```
 */
export const ActionItem = forwardRef<HTMLElement, ActionItemProps>(function ActionItem(
  props: ActionItemProps,
  ref: Ref<HTMLElement>,
): ReactElement | null {
  const { variant = "default", isCompact = false, className } = props;
  const { control, state, found, isTooltipOpen } = useActionControl(props, true);
  if (state.action === undefined) return null;

  const { messages, platform, looks } = found.actions;
  const form = actionToForm(state.action, variant, isCompact);
  const { description } = describeItem(state, form, messages, platform);
  const own: Record<string, unknown> = {
    ...actionProps(state, control, true, found.actions),
    className: className === undefined ? "at-item" : `at-item ${className}`,
    "data-variant": variant,
  };
  if (description !== undefined) own["aria-description"] = description;
  mergeOnto(own, props, ownProps);
  if (ref !== null) own["ref"] = mergeRefs(control.ref, ref);
  const element = createElement(
    state.kind === "noop" ? "span" : state.kind === "link" ? "a" : "button",
    own,
    itemContent(state, form, looks, messages.opensInNewTab, props.children),
  );
  const { element: anchor } = control;
  const isShown = isTooltipOpen && anchor !== undefined && looks !== undefined;
  if (state.error === undefined && !isShown) return element;
  return (
    <>
      {element}
      {state.error !== undefined && (
        <span className="at-sr" role="alert">
          {messages.failed(form.name)}
        </span>
      )}
      {isShown && (
        <looks.Tooltip
          anchor={anchor}
          owner={control as TooltipOwner}
          state={state}
          form={form}
          messages={messages}
          platform={platform}
        />
      )}
    </>
  );
});

/** The props of {@link ActionItem}: its own, and those of the element it renders. */
export interface ActionItemProps
  extends
    Omit<UseActionOptions, "native">,
    Omit<AnchorHTMLAttributes<HTMLElement>, "href" | "target" | "rel" | "type"> {
  /** @default "default" */
  readonly variant?: ActionItemVariant | undefined;
  /** Whether only the icon is shown, where there is one. @default false */
  readonly isCompact?: boolean | undefined;
}
