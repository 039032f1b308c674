import { type Answer, refusal } from "../messages/Answer.ts";
import { readFields } from "../messages/readFields.ts";
import type { InputOf, RequestKind, ValueOf } from "../messages/Requests.ts";
import type { RuntimeAPI } from "./WebExtensionAPI.ts";

/**
 * Asks the worker. Never rejects: a worker that is gone, as after an update of the extension, is the
 * answer `offline`.
 *
 * @example
 * const answer = await sendRequest(webExtension().runtime, "hover", position);
 * if (answer.ok) show(answer.value);
 */
export async function sendRequest<K extends RequestKind>(
  runtime: Pick<RuntimeAPI, "sendMessage">,
  kind: K,
  input: InputOf<K>,
): Promise<Answer<ValueOf<K>>> {
  try {
    const answer = await runtime.sendMessage({ ...input, kind });
    if (typeof readFields(answer)["ok"] === "boolean") return answer as Answer<ValueOf<K>>;
  } catch {
    // The worker is gone, and says so by a rejection.
  }
  return refusal("offline", "The extension did not answer. Reload the page to connect again.");
}
