import { gzipSync } from "node:zlib";
import type { ReceivedRequest } from "../receiver/ReceivedRequest.ts";

/** Makes a request as a client would send it, for tests. */
export function createRequest(
  path: string,
  body: unknown,
  options: { readonly isCompressed?: boolean; readonly headers?: Record<string, string> } = {},
): ReceivedRequest {
  const text = JSON.stringify(body);
  return {
    method: "POST",
    path,
    query: new URLSearchParams(),
    headers: options.headers ?? {},
    body: options.isCompressed ? gzipSync(text) : Buffer.from(text),
  };
}
