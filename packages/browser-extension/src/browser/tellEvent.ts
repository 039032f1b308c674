import type { RecordInput } from "../messages/RecordInput.ts";
import { sendRequest } from "./sendRequest.ts";
import type { RuntimeAPI } from "./WebExtensionAPI.ts";

/** Milliseconds until an event is told again that the worker did not say it has. */
const waits = [100, 400, 1600, 6400, 25_600, undefined] as const;

/**
 * Tells the worker of an event. A worker may end at any moment: until it has answered, the event is told
 * again, under the ID that it has, and so counts once. Never rejects.
 *
 * @param setTimer - Calls back after some milliseconds.
 */
export async function tellEvent(
  runtime: Pick<RuntimeAPI, "sendMessage">,
  input: RecordInput,
  setTimer: (callback: () => void, milliseconds: number) => unknown = setTimeout,
): Promise<void> {
  for (const wait of waits) {
    const answer = await sendRequest(runtime, "record", input);
    if (answer.ok || answer.error.code !== "offline" || wait === undefined) return;
    await new Promise<void>((resolve) => setTimer(resolve, wait));
  }
}
