import { gunzipSync } from "node:zlib";
import type { ReceivedRequest } from "./ReceivedRequest.ts";

/** The JSON of a request's body, unpacked from gzip; undefined when it is none. */
export function readBody({ body }: ReceivedRequest): unknown {
  try {
    return JSON.parse(Buffer.from(isGzip(body) ? gunzipSync(body) : body).toString("utf8"));
  } catch {
    return undefined;
  }
}

/** Clients compress with and without saying so in a header; the magic number always tells. */
function isGzip(body: Uint8Array): boolean {
  return body[0] === 0x1f && body[1] === 0x8b;
}
