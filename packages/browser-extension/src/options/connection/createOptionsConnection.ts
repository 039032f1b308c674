import { createListeners } from "../../browser/createListeners.ts";
import { sendRequest } from "../../browser/sendRequest.ts";
import type { PermissionsAPI, Port, RuntimeAPI } from "../../browser/WebExtensionAPI.ts";
import { optionsPortName } from "../../messages/portNames.ts";
import type { SettingsView } from "../../messages/SettingsView.ts";
import { createInspected } from "./createInspected.ts";
import type { OptionsConnection, OptionsSnapshot } from "./OptionsConnection.ts";

const telemetryPermission = { data_collection: ["technicalAndInteraction"] };

/** Milliseconds until a connection that broke, as when the worker was ended, is made again. */
const reconnectMs = 1000;

/** What the connection works with. */
export interface OptionsConnectionOptions {
  readonly runtime: Pick<RuntimeAPI, "connect" | "sendMessage">;
  readonly permissions: Pick<PermissionsAPI, "request" | "remove">;
  /** Calls back later; returns the function that calls it off. */
  readonly setTimer: (callback: () => void, delay: number) => () => void;
}

/** Connects the page to the worker, and follows it. */
export function createOptionsConnection(options: OptionsConnectionOptions): OptionsConnection {
  const { runtime, permissions } = options;
  const listeners = createListeners();
  let snapshot: OptionsSnapshot = { settings: undefined, isLost: false };
  let reading: Promise<void> | undefined;
  let isStale = false;

  function show(settings: SettingsView | undefined): void {
    snapshot = { settings: settings ?? snapshot.settings, isLost: settings === undefined };
    listeners.notify();
  }

  /** Reads once more when something changed while it was reading. */
  function read(): void {
    isStale = reading !== undefined;
    reading ??= sendRequest(runtime, "readSettings", {}).then((answer) => {
      reading = undefined;
      show(answer.ok ? answer.value : undefined);
      if (isStale) read();
    });
  }

  const close = keepConnected(options, read);
  read();

  async function write(change: Parameters<OptionsConnection["write"]>[0]): Promise<boolean> {
    const answer = await sendRequest(runtime, "writeSettings", change);
    if (answer.ok) show(answer.value);
    return answer.ok;
  }

  return {
    getSnapshot: () => snapshot,
    subscribe: listeners.subscribe,
    write,
    close,
    async check(url) {
      const answer = await sendRequest(runtime, "checkInstance", { url });
      return answer.ok ? answer.value : "not-reachable";
    },
    consent: {
      get state() {
        return snapshot.settings?.sendTelemetry.state ?? "unknown";
      },
      async set(state) {
        const isOn = state === "granted";
        // The browser allows this while the gesture is being handled: before anything is awaited.
        const isDone =
          snapshot.settings?.sendTelemetry.isBuiltIn === true
            ? permissions[isOn ? "request" : "remove"](telemetryPermission)
            : write({ sendTelemetry: isOn });
        if (!(await isDone)) throw new Error("The decision was not taken.");
        read();
      },
      subscribe: listeners.subscribe,
    },
    inspected: createInspected(runtime, { ...listeners, read, getSnapshot: () => snapshot }),
  };
}

/** Keeps a port open over which the worker says that something changed. */
function keepConnected(
  { runtime, setTimer }: OptionsConnectionOptions,
  onChange: () => void,
): () => void {
  let port: Port | undefined;
  let stopTimer = () => {};

  function connect(): void {
    port = runtime.connect({ name: optionsPortName });
    port.onMessage.addListener(onChange);
    port.onDisconnect.addListener(() => {
      stopTimer = setTimer(() => {
        connect();
        onChange();
      }, reconnectMs);
    });
  }

  connect();
  return () => {
    stopTimer();
    port?.disconnect();
  };
}
