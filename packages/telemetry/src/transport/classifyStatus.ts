import type { SendResult } from "./Transport.ts";

/**
 * What a status means for the events that were sent: 2xx accepted; 408, 425, 429, 5xx and anything
 * unexpected (a redirect, which is never followed) again later; 413 in parts; 401 and 403 wait for
 * credentials; every other 4xx refused for good, and 404 and 410 say that no more need be tried.
 */
export function classifyStatus(status: number): SendResult {
  const reason = `http-${status}`;
  if (status >= 200 && status < 300) return { kind: "accepted" };
  if (status < 400 || status >= 500 || [408, 425, 429].includes(status))
    return { kind: "retry", reason };
  if (status === 413) return { kind: "split" };
  if ([401, 403].includes(status)) return { kind: "pause", reason };
  return { kind: "refused", reason, stop: [404, 410].includes(status) };
}
