import type { AlarmsAPI, RuntimeAPI } from "../../browser/WebExtensionAPI.ts";
import type { HeldEvents } from "../events/createHeldEvents.ts";
import type { ClientHost } from "./createClientHost.ts";

const alarmName = "send-later";

/** What {@link keepSending} works with. */
export interface KeepSendingOptions {
  readonly alarms: AlarmsAPI;
  readonly runtime: Pick<RuntimeAPI, "onStartup">;
  readonly client: ClientHost;
  readonly held: HeldEvents;
  /** Resolves when the client of the connected instance is there. */
  readonly ready: Promise<void>;
}

/**
 * Has the browser wake the worker each minute while something waits to be sent, since a worker that is
 * ended takes its timers along.
 *
 * @returns The function to call before something is recorded.
 */
export function keepSending(options: KeepSendingOptions): () => void {
  const { alarms, runtime, client, held, ready } = options;
  let isSet = false;

  function wake(): void {
    if (isSet) return;
    isSet = true;
    void alarms.create(alarmName, { periodInMinutes: 1 });
  }

  async function sendRest(): Promise<void> {
    await ready;
    await client.current?.flush();
    // What is recorded from here on sets it anew.
    isSet = false;
    const rest = [...((await client.current?.inspect())?.queue ?? []), ...(await held.list())];
    if (rest.length > 0) wake();
    else if (!isSet) await alarms.clear(alarmName);
  }

  // What was left when the browser was closed: nothing else would start the worker before a page does.
  runtime.onStartup.addListener(() => void sendRest());
  alarms.onAlarm.addListener(({ name }) => {
    if (name === alarmName) void sendRest();
  });
  return wake;
}
