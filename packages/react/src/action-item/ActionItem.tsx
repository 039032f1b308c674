"use client";

import type { ExecutionOutcome, LogArguments } from "@action-telemetry/actions";
import { clsx } from "clsx";
import {
  createElement,
  forwardRef,
  useEffect,
  useId,
  useMemo,
  type AnchorHTMLAttributes,
  type ReactElement,
  type Ref,
} from "react";
import { useActions } from "../actions-provider/useActions.ts";
import { mergeProps } from "../merge-props/mergeProps.ts";
import { mergeRefs } from "../merge-props/mergeRefs.ts";
import { Tooltip } from "../tooltip/Tooltip.tsx";
import { useTooltip } from "../tooltip/useTooltip.ts";
import type { ActionReference } from "../use-action/ActionReference.ts";
import type { ExecuteDetails } from "../use-action/ExecuteDetails.ts";
import { useAction } from "../use-action/useAction.ts";
import { ActionItemContent } from "./ActionItemContent.tsx";
import { actionToForm, type ActionItemVariant } from "./ActionItemForm.ts";
import { ActionItemTooltip } from "./ActionItemTooltip.tsx";
import { describeItem } from "./describeItem.ts";

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
  const { action, alt, surface, variant = "default", disabled, ...others } = props;
  const { logArguments, onExecute, onExecuted, className, children, ...attributes } = others;
  const { messages, platform } = useActions().actions;
  const options = { action, alt, surface, disabled, logArguments, onExecute, onExecuted };
  const { props: own, state } = useAction(options);
  const { anchor, handlers, show, reopen } = useTooltip();
  const id = useId();
  const mergedRef = useMemo(() => mergeRefs<HTMLElement>(own.ref, ref), [own.ref, ref]);
  useEffect(() => {
    if (state.error !== undefined) reopen();
  }, [state.error, reopen]);
  if (state.action === undefined) return null;

  const form = actionToForm(state.action, variant);
  const lines = describeItem(state, form, messages, platform);
  const merged = mergeProps(mergeProps(own, handlers), attributes);
  const described = lines.description === undefined ? undefined : id;
  const element = createElement(
    state.kind === "noop" ? "span" : state.kind === "link" ? "a" : "button",
    {
      "aria-describedby": described,
      ...merged,
      ref: mergedRef,
      className: clsx("at-item", className),
      "data-variant": variant,
    },
    <ActionItemContent state={state} form={form} newTab={messages.opensInNewTab}>
      {children}
    </ActionItemContent>,
    described && (
      <span hidden id={described}>
        {lines.description}
      </span>
    ),
  );
  return (
    <>
      {element}
      {state.error !== undefined && (
        <span className="at-sr" role="alert">
          {messages.failed(form.name)}
        </span>
      )}
      {anchor !== undefined && lines.hasTooltip && (
        <Tooltip anchor={anchor} show={show}>
          <ActionItemTooltip lines={lines} platform={platform} />
        </Tooltip>
      )}
    </>
  );
});

/** The props of {@link ActionItem}: its own, and those of the element it renders. */
export interface ActionItemProps extends Omit<
  AnchorHTMLAttributes<HTMLElement>,
  "href" | "target" | "rel" | "type"
> {
  readonly action: ActionReference;
  /** Runs instead on a modifier click or middle click; the tooltip says so. */
  readonly alt?: ActionReference | undefined;
  /** Where the item is, as it is logged. @default "page" */
  readonly surface?: string | undefined;
  /** @default "default" */
  readonly variant?: ActionItemVariant | undefined;
  /** Disables it, best with the reason to show. @default false */
  readonly disabled?: boolean | string | undefined;
  /** Opts in to logging the action's arguments: makes the record to log out of them. */
  readonly logArguments?: LogArguments | undefined;
  /** Called before anything runs or is logged; `details.cancel()` prevents both. */
  readonly onExecute?: ((details: ExecuteDetails) => void) | undefined;
  /** Called when the run has ended, also after the item is gone; `outcome.actionId` is what ran. */
  readonly onExecuted?: ((details: ExecuteDetails, outcome: ExecutionOutcome) => void) | undefined;
}
