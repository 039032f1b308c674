import type { StoredEvent } from "../../store/StoredEvent.ts";

/** Every column of one event, under the names of the catalogue. */
export function StoredEventFields({ event }: { readonly event: StoredEvent }) {
  return (
    <dl className="fields">
      {fieldsOf(event).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function fieldsOf(event: StoredEvent): readonly (readonly [string, string])[] {
  const optional: readonly (readonly [string, string | number | undefined])[] = [
    ["surface", event.surface],
    ["trigger", event.trigger],
    ["alt", event.alt ? "true" : undefined],
    ["trusted", event.trusted ? undefined : "false"],
    ["arguments", event.arguments],
    ["outcome", event.outcome],
    ["durationMs", event.durationMs],
    ["of", event.of],
  ];
  return [
    ["id", event.id],
    ["name", event.name],
    ["time", moment(event.clientTime)],
    ...optional.flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)] as const],
    ),
    ["source", event.source],
    ["anonymizedUserId", event.anonymizedUserId],
    ["sourcegraphURL", event.sourcegraphURL],
    ["platform", event.platform],
    ["client", `${event.client.name} ${event.client.version}`],
    ["received", moment(event.receivedAt)],
    ["counted at", `${moment(event.occurredAt)}${event.clock === "kept" ? "" : " (moved)"}`],
  ];
}

function moment(time: number): string {
  return new Date(time).toISOString();
}
