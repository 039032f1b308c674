import { toDelivered } from "../receiver/Delivered.ts";
import { readBody } from "../receiver/readBody.ts";
import { readList, readValue } from "../receiver/readValue.ts";
import type { Peer } from "./Peer.ts";

export const faro: Peer = {
  id: "faro",
  name: "Faro",
  packages: ["@grafana/faro-web-sdk"],
  settings: "batches of 50 or 250 ms, `keepalive`, buffer of 100 requests, 10 attempts",
  identity: "Idempotency-Key",
  decode(request) {
    if (request.path !== "/collect") return [];
    // The header is the same for every attempt at a batch, so it tells events apart by their place.
    const key = request.headers["idempotency-key"];
    return readList(readBody(request), "events").flatMap((event, index) =>
      toDelivered(readValue(event, "attributes", "marker"), key && `${key}/${index}`),
    );
  },
  answer: () => ({ status: 202 }),
};
