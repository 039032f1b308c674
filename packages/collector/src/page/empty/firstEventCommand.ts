/**
 * A command line that sends one sound event to an instance.
 *
 * @param origin Scheme, host and port of the instance.
 * @param now Milliseconds since 1970.
 */
export function firstEventCommand(origin: string, now: number): string {
  const time = new Date(now).toISOString();
  const batch = {
    version: 1,
    sentAt: time,
    source: "WEB",
    anonymizedUserId: crypto.randomUUID(),
    sourcegraphURL: origin,
    platform: "web",
    client: { name: "curl", version: "1" },
    events: [{ id: uuidV7(now), name: "hello.world", time, surface: "page", trigger: "api" }],
  };
  return `curl ${origin}/.api/action-events \\\n  -H 'content-type: application/json' \\\n  -d '${JSON.stringify(batch)}'`;
}

function uuidV7(now: number): string {
  const time = now.toString(16).padStart(12, "0");
  const random = crypto.randomUUID().slice(14);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(1)}`;
}
