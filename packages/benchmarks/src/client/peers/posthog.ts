import { toDelivered } from "../receiver/Delivered.ts";
import { readBody } from "../receiver/readBody.ts";
import { readList, readValue } from "../receiver/readValue.ts";
import type { Peer } from "./Peer.ts";

export const posthog: Peer = {
  id: "posthog",
  name: "PostHog",
  packages: ["posthog-js"],
  settings:
    "slim bundle, batches of 3 s, beacon on unload, rate limit lifted, all automatic capture off",
  identity: "uuid",
  decode(request) {
    if (!/^\/(?:e|i\/v0\/e|batch)\/?$/u.test(request.path)) return [];
    const body = readBody(request);
    const events = Array.isArray(body) ? body : readList(body, "batch");
    return (events.length > 0 ? events : [body]).flatMap((event) =>
      toDelivered(readValue(event, "properties", "marker"), readValue(event, "uuid")),
    );
  },
  answer: () => ({ status: 200, body: '{"status":1}' }),
};
