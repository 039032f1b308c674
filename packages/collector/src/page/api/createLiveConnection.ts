import type { ApiClient } from "./createApiClient.ts";
import { pause } from "./pause.ts";

/** How long to wait before opening a broken live stream again, in milliseconds. */
const reconnectMs = 2000;

/** The stream by which the collector tells that something was stored. */
export interface LiveConnection {
  /** Keeps the stream open until the signal is aborted. */
  run(signal: AbortSignal): Promise<void>;
  /** Ends a wait for the next attempt. */
  wake(): void;
}

/** What the connection needs of the page. */
export interface LiveConnectionOptions {
  readonly client: ApiClient;
  /** Whether an attempt would be refused anyway. */
  readonly isSignedOut: () => boolean;
  readonly onChange: (isLive: boolean) => void;
  /** The stream was opened, or something was stored; with the end of the stored events then, where it is known. */
  readonly onNews: (end: string | undefined) => void;
}

/** Makes a connection; nothing is opened before `run`. */
export function createLiveConnection(options: LiveConnectionOptions): LiveConnection {
  const { client, isSignedOut, onChange, onNews } = options;
  let waiting = new AbortController();
  return {
    async run(signal) {
      while (!signal.aborted) {
        if (!isSignedOut()) {
          await client.listen((name, end) => {
            if (name === "open") onChange(true);
            onNews(end);
          }, signal);
        }
        onChange(false);
        waiting = new AbortController();
        await pause(reconnectMs, AbortSignal.any([signal, waiting.signal]));
      }
    },
    wake: () => waiting.abort(),
  };
}
