import { createListeners, type Subscribe } from "../../listeners/createListeners.ts";

/** What a live region says. */
export interface Announcer {
  readonly getSnapshot: () => string;
  readonly subscribe: Subscribe;
  /**
   * Says a text as soon as nothing else has been said for a moment: who types is not interrupted at
   * every key. An empty text takes back what was waiting; what was said stays.
   */
  readonly say: (text: string) => void;
  /** Says a text at once. */
  readonly sayNow: (text: string) => void;
  /** Says nothing any more. */
  readonly stop: () => void;
}

/** Calls back after so many milliseconds; the function it returns calls that off. */
export type CallAfter = (callback: () => void, milliseconds: number) => () => void;

/** Who types quickly pauses no longer than that, in milliseconds. */
export const pauseMs = 500;

/** Makes an announcer that has said nothing yet. */
export function createAnnouncer(callAfter: CallAfter): Announcer {
  const listeners = createListeners();
  let said = "";
  let waiting: (() => void) | undefined;
  function stop(): void {
    waiting?.();
    waiting = undefined;
  }
  function sayNow(text: string): void {
    stop();
    if (text === said) return;
    said = text;
    listeners.notify();
  }
  return {
    getSnapshot: () => said,
    subscribe: listeners.add,
    say(text) {
      stop();
      if (text !== "") waiting = callAfter(() => sayNow(text), pauseMs);
    },
    sayNow,
    stop,
  };
}
