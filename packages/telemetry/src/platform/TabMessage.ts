import type { ConsentState } from "../consent/ConsentState.ts";

/** What tabs of one instance tell each other. */
export type TabMessage =
  /** I am sending these events: leave them to me for a while. */
  | { readonly kind: "sending"; readonly ids: readonly string[] }
  /** The person has decided. */
  | { readonly kind: "consent"; readonly state: ConsentState }
  /** The person wants everything forgotten. */
  | { readonly kind: "erase" };
