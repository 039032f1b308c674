import { sendRequest } from "../../browser/sendRequest.ts";
import { tellEvent } from "../../browser/tellEvent.ts";
import type { Port, RuntimeAPI } from "../../browser/WebExtensionAPI.ts";
import type { Background, RequestOptions } from "../../messages/Background.ts";
import { refusal } from "../../messages/Answer.ts";
import { contentPortName } from "../../messages/portNames.ts";
import type { InputOf, RequestKind } from "../../messages/Requests.ts";
import { delayWhileVisible } from "./delayWhileVisible.ts";
import { createStore } from "./createStore.ts";
import { readState } from "./readState.ts";

/** What {@link connectBackground} works with. */
export interface ConnectOptions {
  readonly runtime: Pick<RuntimeAPI, "connect" | "sendMessage">;
  /**
   * Calls back after some milliseconds, and returns what prevents it. Default: by the page's timers,
   * and not before the page is seen, so that pages in the background keep no worker awake.
   */
  readonly delay?: (callback: () => void, milliseconds: number) => () => void;
}

/** A {@link Background} that can be let go. */
export interface BackgroundConnection extends Background {
  /** Ends the connection. The state stays as it was last. */
  close(): void;
}

const firstWait = 250;
const longestWait = 30_000;

/**
 * Connects a content script to the extension's worker. Browsers end workers whenever they like: the
 * port is then opened again, after longer and longer waits, and the last state stays in use. When the
 * extension itself was replaced or removed, the state says that it is off, and nothing more is tried.
 */
export function connectBackground(options: ConnectOptions): BackgroundConnection {
  const { runtime, delay = delayWhileVisible } = options;
  const state = createStore<ReturnType<typeof readState>>(undefined);
  let port: Port | undefined;
  let cancelWait: (() => void) | undefined;
  let wait = firstWait;
  let isClosed = false;

  const reconnect = () => {
    port = undefined;
    if (isClosed) return;
    cancelWait = delay(open, wait);
    wait = Math.min(longestWait, wait * 2);
  };
  function open(): void {
    cancelWait = undefined;
    try {
      port = runtime.connect({ name: contentPortName });
    } catch {
      // The extension was replaced by a newer version, whose own script takes over, or is gone.
      isClosed = true;
      const last = state.getSnapshot();
      if (last !== undefined) state.set({ ...last, enabled: false });
      return;
    }
    port.onMessage.addListener((message) => {
      const next = readState(message);
      if (next === undefined || isClosed) return;
      wait = firstWait;
      state.set(next);
    });
    port.onDisconnect.addListener(reconnect);
  }
  async function ask<K extends RequestKind>(kind: K, input: InputOf<K>, signal?: RequestOptions) {
    const answer = await sendRequest(runtime, kind, input);
    return signal?.signal?.aborted === true ? givenUp : answer;
  }
  const tell = <K extends RequestKind>(kind: K, input: InputOf<K>) =>
    void sendRequest(runtime, kind, input);

  open();
  return {
    state,
    record: (input) => void tellEvent(runtime, input),
    hover: (position, given) => ask("hover", position, given),
    definition: (position, given) => ask("definition", position, given),
    references: (position, given) => ask("references", position, given),
    repository: (name, given) => ask("repository", { name }, given),
    command: (input, given) => ask("command", input, given),
    load: (part) => ask("load", { part }),
    checkSession: () => tell("checkSession", {}),
    openOptions: () => tell("openOptions", {}),
    reportError: (report) => tell("reportError", { report }),
    close() {
      isClosed = true;
      cancelWait?.();
      port?.disconnect();
    },
  };
}

const givenUp = refusal("refused", "Nobody waits for this answer any more.");
