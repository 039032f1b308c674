import { classifyStatus } from "../classifyStatus.ts";
import type { SendResult } from "../Transport.ts";

/**
 * What a status means to OTLP, which lets 429, 502, 503 and 504 be sent again and no other error; the
 * rest is as with an instance.
 */
export function classifyOtlpStatus(status: number): SendResult {
  const result = classifyStatus(status);
  if (result.kind !== "retry" || status < 400) return result;
  const retryable = status === 429 || status === 502 || status === 503 || status === 504;
  return retryable ? result : { kind: "refused", reason: result.reason };
}
