import type { LanguageServerConnection } from "./startLanguageServer.ts";

/** Keeps one language server running while it is needed. */
export interface ServerKeeper {
  /** The running server, started when there is none; `undefined` while it cannot be kept running. */
  readonly get: () => Promise<LanguageServerConnection | undefined>;
  /** Ends the server for good. */
  readonly close: () => void;
}

/** What {@link createServerKeeper} needs. */
export interface ServerKeeperOptions {
  readonly start: () => Promise<LanguageServerConnection>;
  /** The current time in milliseconds, from any origin. */
  readonly now: () => number;
}

const maxStarts = 3;
const startsWindowMs = 60_000;

/**
 * Starts a server on first use and again when it has died, but at most three times a minute: a server that dies at
 * once would otherwise be started for every hover.
 */
export function createServerKeeper(options: ServerKeeperOptions): ServerKeeper {
  let running: Promise<LanguageServerConnection | undefined> | undefined;
  let current: LanguageServerConnection | undefined;
  let starts: number[] = [];
  let closed = false;

  const start = async (): Promise<LanguageServerConnection | undefined> => {
    try {
      const server = await options.start();
      if (closed) {
        server.stop();
        return undefined;
      }
      current = server;
      void server.ended.then(() => {
        if (current === server) {
          current = undefined;
          running = undefined;
        }
      });
      return server;
    } catch {
      running = undefined;
      return undefined;
    }
  };

  return {
    get: () => {
      if (running !== undefined) {
        return running;
      }
      const time = options.now();
      starts = starts.filter((start) => time - start < startsWindowMs);
      if (closed || starts.length >= maxStarts) {
        return Promise.resolve(undefined);
      }
      starts.push(time);
      running = start();
      return running;
    },
    close: () => {
      closed = true;
      current?.stop();
    },
  };
}
