import { useEffect, useRef, type RefObject } from "react";
import { useRecorder } from "../telemetry-provider/useRecorder.ts";

/**
 * Records `hover` when real content is shown: after it was painted into the page, once for each thing
 * that is pointed at, however often that renders, and never for what loads or failed.
 *
 * @param isReal - Whether there is something to read, and it is to be seen.
 * @param token - What is pointed at.
 */
export function useHoverEvent(
  element: RefObject<HTMLElement | null>,
  isReal: boolean,
  token: unknown,
): void {
  const recorder = useRecorder();
  const recorded = useRef<unknown>(nothing);
  useEffect(() => {
    if (!isReal || recorded.current === token) return;
    if (element.current?.checkVisibility?.() === false) return;
    recorded.current = token;
    recorder.recordEvent("hover", { surface: "hover" });
  }, [element, isReal, token, recorder]);
}

const nothing = Symbol("nothing");
