import type { ReceivedRequest } from "./ReceivedRequest.ts";

/** Lets any page send anything, as the public endpoints of the peers do. */
export function corsHeaders({ headers }: ReceivedRequest): Readonly<Record<string, string>> {
  const origin = headers["origin"];
  if (origin === undefined) return {};
  return {
    "access-control-allow-origin": origin,
    "access-control-allow-credentials": "true",
    "access-control-allow-headers": headers["access-control-request-headers"] ?? "content-type",
    "access-control-allow-methods": "GET, POST",
    "access-control-max-age": "600",
    vary: "Origin",
  };
}
