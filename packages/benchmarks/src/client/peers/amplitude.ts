import { toDelivered } from "../receiver/Delivered.ts";
import { readBody } from "../receiver/readBody.ts";
import { readList, readValue } from "../receiver/readValue.ts";
import type { Peer } from "./Peer.ts";

export const amplitude: Peer = {
  id: "amplitude",
  name: "Amplitude",
  packages: ["@amplitude/analytics-browser"],
  settings:
    "beacon and flush on `pagehide` as documented, unsent events in localStorage, 12 retries",
  identity: "insert_id",
  decode(request) {
    if (request.path !== "/2/httpapi") return [];
    return readList(readBody(request), "events").flatMap((event) =>
      toDelivered(readValue(event, "event_properties", "marker"), readValue(event, "insert_id")),
    );
  },
  answer: () => ({ status: 200, body: '{"code":200}' }),
};
