/** The last moment that OTLP can express: 64 bits, in the year 2554. */
const last = 2n ** 64n - 1n;

/**
 * Writes a timestamp of an event as nanoseconds since 1970 in decimal digits, none of them lost. A time
 * that OTLP cannot express becomes `0`: unknown.
 */
export function toUnixNano(timestamp: string): string {
  const fraction = BigInt(timestamp.slice(20, -1).padEnd(9, "0"));
  const seconds = BigInt(Date.parse(`${timestamp.slice(0, 19)}Z`)) * 1_000_000n;
  const nanoseconds = seconds + fraction;
  return nanoseconds >= 0n && nanoseconds <= last ? `${nanoseconds}` : "0";
}
