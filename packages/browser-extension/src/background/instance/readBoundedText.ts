import type { FetchResponse } from "@action-telemetry/telemetry";

/** Reads the body of a response; `undefined`, and no further, when it has more than `limit` bytes. */
export async function readBoundedText(
  response: FetchResponse,
  limit: number,
): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (reader === undefined) return "";
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done || value === undefined) return text + decoder.decode();
    length += value.length;
    if (length > limit) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
