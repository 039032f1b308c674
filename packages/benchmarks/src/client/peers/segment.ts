import { toDelivered } from "../receiver/Delivered.ts";
import { readBody } from "../receiver/readBody.ts";
import { readList, readValue } from "../receiver/readValue.ts";
import type { Peer } from "./Peer.ts";

export const segment: Peer = {
  id: "segment",
  name: "Segment",
  packages: ["@segment/analytics-next"],
  settings: "standard delivery (one request an event), `keepalive`, persisted retry queue",
  identity: "messageId",
  decode(request) {
    if (!/^\/v1\/(?:t|b)$/u.test(request.path)) return [];
    const body = readBody(request);
    const events = readList(body, "batch");
    return (events.length > 0 ? events : [body]).flatMap((event) =>
      toDelivered(readValue(event, "properties", "marker"), readValue(event, "messageId")),
    );
  },
  answer: () => ({ status: 200, body: '{"success":true}' }),
};
