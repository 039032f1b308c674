import type { SendResult } from "./Transport.ts";

/**
 * What a status means for the events that were sent: 2xx accepted; 408, 425, 429, 5xx and anything
 * unexpected (a redirect, which is never followed) again later; 413 in parts; 401 and 403 wait for
 * credentials; every other 4xx refused for good, and 404 and 410 say that no more need be tried.
 */
export function classifyStatus(status: number): SendResult {
  if (status >= 200 && status < 300) return { kind: "accepted" };
  const reason = `http-${status}`;
  if (status < 400 || status >= 500) return { kind: "retry", reason };
  switch (status) {
    case 408:
    case 425:
    case 429:
      return { kind: "retry", reason };
    case 413:
      return { kind: "split" };
    case 401:
    case 403:
      return { kind: "pause", reason };
    case 404:
    case 410:
      return { kind: "refused", reason, stop: true };
    default:
      return { kind: "refused", reason };
  }
}
