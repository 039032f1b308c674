import type { EventScan, StoredEvent } from "../store/StoredEvent.ts";
import type { EventStore } from "../store/EventStore.ts";
import type { Cell, Column, Row, Table } from "./Table.ts";

/** Events that are read at a time. */
const pageSize = 1000;

/** Every field of a stored event, as it is named on the wire where it is on it. */
const fields: readonly (Column & { readonly read: (event: StoredEvent) => Cell | undefined })[] = [
  { name: "id", type: "text", read: ({ id }) => id },
  { name: "kind", type: "text", read: ({ kind }) => kind },
  { name: "name", type: "text", read: ({ name }) => name },
  { name: "time", type: "time", read: ({ clientTime }) => clientTime },
  { name: "occurredAt", type: "time", read: ({ occurredAt }) => occurredAt },
  { name: "receivedAt", type: "time", read: ({ receivedAt }) => receivedAt },
  { name: "clock", type: "text", read: ({ clock }) => clock },
  { name: "surface", type: "text", read: ({ surface }) => surface },
  { name: "trigger", type: "text", read: ({ trigger }) => trigger },
  { name: "alt", type: "boolean", read: ({ alt }) => alt },
  { name: "trusted", type: "boolean", read: ({ trusted }) => trusted },
  { name: "arguments", type: "json", read: (event) => event.arguments },
  { name: "outcome", type: "text", read: ({ outcome }) => outcome },
  { name: "durationMs", type: "number", read: ({ durationMs }) => durationMs },
  { name: "of", type: "text", read: ({ of }) => of },
  { name: "source", type: "text", read: ({ source }) => source },
  { name: "anonymizedUserId", type: "text", read: ({ anonymizedUserId }) => anonymizedUserId },
  { name: "sourcegraphURL", type: "text", read: ({ sourcegraphURL }) => sourcegraphURL },
  { name: "platform", type: "text", read: ({ platform }) => platform },
  { name: "clientName", type: "text", read: ({ client }) => client.name },
  { name: "clientVersion", type: "text", read: ({ client }) => client.version },
];

/** The events that are stored at this moment, in the order of their receipt. */
export function eventTable(
  store: Pick<EventStore, "scan">,
  selection: Pick<EventScan, "filter" | "occurred">,
): Table {
  return {
    columns: fields.map(({ name, type }) => ({ name, type })),
    pages: pagesOf(store, selection),
  };
}

async function* pagesOf(
  store: Pick<EventStore, "scan">,
  selection: Pick<EventScan, "filter" | "occurred">,
): AsyncGenerator<readonly Row[]> {
  let after: string | undefined;
  let isLast = false;
  while (!isLast) {
    const page = await store.scan({ ...selection, after, limit: pageSize });
    after = page.end;
    isLast = page.isLast;
    yield page.events.map((event) => fields.map(({ read }) => read(event) ?? null));
  }
}
