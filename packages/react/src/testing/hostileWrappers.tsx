import { cloneElement, type ReactElement, type SyntheticEvent } from "react";

/** Puts something around, or over, the element of a control. */
export type WrapElement = (element: ReactElement) => ReactElement;

type AnyProps = Record<string, unknown>;
type Handler = (event: SyntheticEvent) => void;

const overwrite = (element: ReactElement, props: AnyProps) =>
  cloneElement(element as ReactElement<AnyProps>, props);

function merged(element: ReactElement, name: string, handler: Handler): AnyProps {
  const own = (element.props as AnyProps)[name] as Handler | undefined;
  return {
    [name]: (event: SyntheticEvent) => {
      handler(event);
      own?.(event);
    },
  };
}

const nothing = () => undefined;

/**
 * What wrappers found in the wild do to the element they are given, by what they do. A control logs
 * one event for one click under each of them.
 */
export const hostileWrappers: Readonly<Record<string, WrapElement>> = {
  "leaves it alone": (element) => element,
  "puts its own onClick in place of the control's": (element) =>
    overwrite(element, { onClick: nothing }),
  "puts its own onClick there, and stops the event": (element) =>
    overwrite(element, { onClick: (event: SyntheticEvent) => event.stopPropagation() }),
  "replaces every click handler, also for capturing": (element) =>
    overwrite(element, {
      onClick: nothing,
      onAuxClick: nothing,
      onClickCapture: nothing,
      onAuxClickCapture: nothing,
    }),
  "replaces the ref and the onClick": (element) =>
    overwrite(element, { onClick: nothing, ref: nothing }),
  "calls its own onClick, then the control's": (element) =>
    overwrite(element, merged(element, "onClick", nothing)),
  "calls the control's onClick twice": (element) => {
    const own = (element.props as AnyProps)["onClick"] as Handler | undefined;
    const twice: Handler = (event) => {
      own?.(event);
      own?.(event);
    };
    return overwrite(element, own === undefined ? {} : { onClick: twice });
  },
  "listens around it, and stops the event": (element) => (
    <div role="presentation" onClick={(event) => event.stopPropagation()}>
      {element}
    </div>
  ),
  "wraps a wrapper that replaced the onClick": (element) =>
    overwrite(overwrite(element, { onClick: nothing }), {
      onClick: nothing,
      onPointerDown: nothing,
    }),
};
