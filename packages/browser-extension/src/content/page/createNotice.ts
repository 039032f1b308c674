import { createStore, type Store } from "../background/createStore.ts";

/** What the person is told at the edge of the page, for a while. */
export interface Notice {
  readonly text: Pick<Store<string | undefined>, "getSnapshot" | "subscribe">;
  /** Says a sentence, in place of the one before. */
  readonly show: (sentence: string) => void;
  readonly close: () => void;
}

/** How long it is said, in milliseconds. */
export const noticeMs = 6000;

/** Makes a notice that says nothing yet. */
export function createNotice(
  delay: (callback: () => void, milliseconds: number) => () => void,
): Notice {
  const text = createStore<string | undefined>(undefined);
  let cancel: (() => void) | undefined;
  const close = () => {
    cancel?.();
    text.set(undefined);
  };
  return {
    text,
    show(sentence) {
      close();
      text.set(sentence);
      cancel = delay(close, noticeMs);
    },
    close,
  };
}
