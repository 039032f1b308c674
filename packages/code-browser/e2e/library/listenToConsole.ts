import type { BrowserContext, ConsoleMessage } from "playwright";

/** What the console of a browser context says: its pages' and their workers', and errors nobody caught. */
export interface ConsoleLog {
  /** One text a message, with all that its arguments hold. */
  readonly messages: readonly string[];
  /** Resolves when everything that was said so far has been read. */
  readonly settled: () => Promise<unknown>;
}

/** Listens to every message, of whatever level. */
export function listenToConsole(context: BrowserContext): ConsoleLog {
  const messages: string[] = [];
  const reading: Promise<void>[] = [];
  const read = async (message: ConsoleMessage) => {
    const values = await Promise.all(
      message.args().map((argument) => argument.jsonValue().catch(() => "")),
    );
    messages.push(`${message.type()} ${message.text()} ${JSON.stringify(values)}`);
  };
  context.on("console", (message) => reading.push(read(message)));
  context.on("weberror", (event) => {
    const error = event.error();
    messages.push(`uncaught ${error.name} ${error.message} ${error.stack ?? ""}`);
  });
  return { messages, settled: () => Promise.all(reading) };
}
