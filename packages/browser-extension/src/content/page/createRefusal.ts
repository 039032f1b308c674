import { createStore, type Store } from "../background/createStore.ts";

/** What the person is told about a click that was refused, for a while. */
export interface Refusal {
  readonly text: Pick<Store<string | undefined>, "getSnapshot" | "subscribe">;
  readonly show: () => void;
  readonly close: () => void;
}

/** How long it is said, in milliseconds. */
export const refusalMs = 6000;

const sentence =
  "This page covers what you clicked on, so nothing was run. If you meant it, click once more, or use the keyboard.";

/** Makes the message, which is not shown yet. */
export function createRefusal(
  delay: (callback: () => void, milliseconds: number) => () => void,
): Refusal {
  const text = createStore<string | undefined>(undefined);
  let cancel: (() => void) | undefined;
  const close = () => {
    cancel?.();
    text.set(undefined);
  };
  return {
    text,
    show() {
      close();
      text.set(sentence);
      cancel = delay(close, refusalMs);
    },
    close,
  };
}
