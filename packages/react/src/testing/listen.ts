import { virtual } from "@guidepup/virtual-screen-reader";
import { onTestFinished } from "vitest";

/** A screen reader that was switched on for one test. */
export interface ListeningReader {
  /** Says the focused element again as it is now, as a screen reader does when its state or its active row changes. */
  readonly repeat: () => Promise<void>;
  /** Goes through an element from its beginning to its end, as a person does with the arrow keys. */
  readonly read: (element: Element) => Promise<void>;
  /** Switches it off, and gives everything that was said: what is said twice in a row counts once. */
  readonly end: () => Promise<readonly string[]>;
}

const saysNothing = /^(polite|assertive): $/u;

/** Switches a simulated screen reader on for the page, at the latest until the test has ended. */
export async function listen(): Promise<ListeningReader> {
  const said: string[] = [];
  onTestFinished(() => virtual.stop());
  await start();

  /** On the page as a whole, which is not said: nobody asked for it. */
  async function start(): Promise<void> {
    await virtual.start({ container: document.body });
    await virtual.clearSpokenPhraseLog();
  }
  async function stop(): Promise<void> {
    said.push(...(await virtual.spokenPhraseLog()));
    await virtual.stop();
  }
  return {
    // A key that nothing listens to makes it look again at where the focus is.
    repeat: () => virtual.press("Shift"),
    async read(element) {
      await stop();
      await virtual.start({ container: element as HTMLElement });
      const [first] = await virtual.spokenPhraseLog();
      do await virtual.next();
      while ((await virtual.lastSpokenPhrase()) !== first);
      said.push(...(await virtual.spokenPhraseLog()).slice(0, -1));
      await virtual.stop();
      await start();
    },
    async end() {
      await stop();
      const heard = said.filter((phrase) => !saysNothing.test(phrase));
      return heard.filter((phrase, index) => phrase !== heard[index - 1]);
    },
  };
}
