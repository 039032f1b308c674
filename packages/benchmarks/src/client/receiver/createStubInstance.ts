import type { Peer } from "../peers/Peer.ts";
import type { Instance } from "./Instance.ts";

/**
 * Stands in for a peer's backend: gives the answers that its client expects, and keeps events as the
 * backend documents, one for every identity, or every one where the protocol has no identity.
 */
export function createStubInstance(peer: Peer): Instance {
  const kept: number[] = [];
  const identities = new Set<string>();
  return {
    async handle(request) {
      for (const { marker, identity } of peer.decode(request)) {
        if (identity !== undefined && identities.has(identity)) continue;
        if (identity !== undefined) identities.add(identity);
        kept.push(marker);
      }
      return peer.answer(request);
    },
    stored: async () => kept,
    close: async () => undefined,
  };
}
