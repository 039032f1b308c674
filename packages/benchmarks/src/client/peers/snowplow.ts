import { toDelivered } from "../receiver/Delivered.ts";
import { readBody } from "../receiver/readBody.ts";
import { readList, readValue } from "../receiver/readValue.ts";
import type { Peer } from "./Peer.ts";

export const snowplow: Peer = {
  id: "snowplow",
  name: "Snowplow",
  packages: ["@snowplow/browser-tracker"],
  settings: "queue in localStorage (5,000 events), `bufferSize` 1, `keepalive`",
  identity: "eid",
  decode(request) {
    if (request.path !== "/com.snowplowanalytics.snowplow/tp2") return [];
    return readList(readBody(request), "data").flatMap((event) =>
      toDelivered(readValue(event, "se_la"), readValue(event, "eid")),
    );
  },
  answer: () => ({ status: 200, body: "ok" }),
};
