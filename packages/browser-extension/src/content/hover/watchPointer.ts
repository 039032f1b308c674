import type { FoundToken } from "@action-telemetry/code-hosts";

/** What {@link watchPointer} works with. */
export interface PointerOptions {
  readonly document: Document;
  /** The word at a place in the viewport. */
  readonly find: (x: number, y: number) => FoundToken | undefined;
  /** Told of the word that the pointer rests on, and `undefined` as soon as it moves off. */
  readonly onToken: (found: FoundToken | undefined) => void;
  /** Told that something of the page was scrolled. */
  readonly onScroll: () => void;
  /** Whether a place belongs to something of ours, which is not looked through. */
  readonly isOurs: (target: EventTarget | null) => boolean;
  readonly delay: (callback: () => void, milliseconds: number) => () => void;
}

/** How long the pointer rests on a word before anything is asked, in milliseconds. */
export const restMs = 120;

/**
 * Follows the pointer of the person, not that of scripts. A moving pointer costs a timer: the page is
 * looked at once it rests.
 *
 * @returns ends it
 */
export function watchPointer(options: PointerOptions): () => void {
  const { document, find, onToken, onScroll, isOurs, delay } = options;
  let cancelRest: (() => void) | undefined;

  const stop = () => {
    cancelRest?.();
    cancelRest = undefined;
  };
  const onMove = (event: PointerEvent) => {
    if (!event.isTrusted || event.pointerType === "touch") return;
    stop();
    // What is shown of ours tells by itself that the pointer is on it.
    if (isOurs(event.target)) return;
    if (event.buttons !== 0) return;
    const { clientX, clientY } = event;
    cancelRest = delay(() => onToken(find(clientX, clientY)), restMs);
  };
  const onLeave = (event: PointerEvent) => {
    if (!event.isTrusted || event.relatedTarget !== null) return;
    stop();
    onToken(undefined);
  };
  const onScrolled = (event: Event) => {
    if (event.isTrusted) onScroll();
  };
  document.addEventListener("pointermove", onMove, { capture: true, passive: true });
  document.addEventListener("pointerout", onLeave, { capture: true, passive: true });
  document.addEventListener("scroll", onScrolled, { capture: true, passive: true });
  return () => {
    stop();
    document.removeEventListener("pointermove", onMove, true);
    document.removeEventListener("pointerout", onLeave, true);
    document.removeEventListener("scroll", onScrolled, true);
  };
}
