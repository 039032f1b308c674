import { responseBytes } from "@action-telemetry/event-schema";
import type { FetchResponse } from "./FetchLike.ts";

declare const TextDecoder: new () => {
  decode(bytes?: Uint8Array, options?: { stream: boolean }): string;
};

/**
 * Reads a response as text, but gives up, with nothing, as soon as it is longer than
 * `limits.responseBytes` or breaks off.
 */
export async function readBounded(response: FetchResponse): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  try {
    const reader = (response.body as NonNullable<FetchResponse["body"]>).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done || value === undefined) return text + decoder.decode();
      bytes += value.length;
      if (bytes > responseBytes) break;
      text += decoder.decode(value, { stream: true });
    }
    await reader.cancel();
  } catch {
    // The status has been received: what it says counts, whatever becomes of the body, if there is one.
  }
  return undefined;
}
