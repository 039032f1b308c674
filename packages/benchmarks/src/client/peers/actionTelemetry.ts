import { createCollector, openSqliteStore } from "@action-telemetry/collector";
import { paths } from "@action-telemetry/event-schema";
import { toDelivered } from "../receiver/Delivered.ts";
import type { Instance } from "../receiver/Instance.ts";
import { readBody } from "../receiver/readBody.ts";
import { readList, readValue } from "../receiver/readValue.ts";
import type { Peer } from "./Peer.ts";

const namePrefix = "benchmark/";

export const actionTelemetry: Peer = {
  id: "actionTelemetry",
  name: "Action Telemetry",
  packages: ["@action-telemetry/telemetry"],
  settings: "as it comes",
  identity: "id",
  decode(request) {
    if (request.method !== "POST" || request.path !== paths.actionEvents) return [];
    return readList(readBody(request), "events").flatMap((event) =>
      toDelivered(toMarker(readValue(event, "name")), readValue(event, "id")),
    );
  },
  answer: () => ({ status: 404 }),
  openInstance: openCollector,
};

function openCollector(allowedOrigins: readonly string[]): Instance {
  const store = openSqliteStore(":memory:");
  const collector = createCollector({ store, allowedOrigins });
  return {
    async handle({ method, path, headers, body }) {
      const url = `http://${headers["host"]}${path}`;
      const withBody = method !== "GET" && method !== "HEAD" && method !== "OPTIONS";
      const response = await collector.app.fetch(
        new Request(url, { method, headers, ...(withBody && { body: Uint8Array.from(body) }) }),
      );
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      };
    },
    async stored() {
      const events = await store.latest(Number.MAX_SAFE_INTEGER);
      return events
        .flatMap(({ name, id }) => toDelivered(toMarker(name), id))
        .map(({ marker }) => marker);
    },
    async close() {
      await collector.close();
      await store.close();
    },
  };
}

function toMarker(name: unknown): unknown {
  return typeof name === "string" && name.startsWith(namePrefix)
    ? name.slice(namePrefix.length)
    : undefined;
}
