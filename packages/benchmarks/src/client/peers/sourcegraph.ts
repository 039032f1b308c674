import { toDelivered } from "../receiver/Delivered.ts";
import { readBody } from "../receiver/readBody.ts";
import { readList, readValue } from "../receiver/readValue.ts";
import type { Peer } from "./Peer.ts";

export const sourcegraph: Peer = {
  id: "sourcegraph",
  name: "@sourcegraph/telemetry",
  packages: ["@sourcegraph/telemetry"],
  settings:
    "unbuffered (its default: nothing waits in memory), exporter with `keepalive` as far as browsers allow",
  decode(request) {
    if (request.path !== "/.api/graphql") return [];
    return readList(readBody(request), "variables", "events").flatMap((event) =>
      toDelivered(readValue(event, "parameters", "metadata", 0, "value")),
    );
  },
  answer: () => ({
    status: 200,
    body: '{"data":{"telemetry":{"recordEvents":{"alwaysNil":null}}}}',
  }),
};
