import { type ConsentState, isConsentState } from "../consent/ConsentState.ts";

/** What tabs of one instance tell each other. */
export type TabMessage =
  /** I am sending these events: leave them to me for a while. */
  | { readonly kind: "sending"; readonly ids: readonly string[] }
  /** The person has decided. */
  | { readonly kind: "consent"; readonly state: ConsentState }
  /** The person wants everything forgotten. */
  | { readonly kind: "erase" };

/** Reads a message that any script of the origin may have sent. */
export function parseTabMessage(value: unknown): TabMessage | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { kind, ids, state } = value as Readonly<Record<string, unknown>>;
  if (kind === "consent" && isConsentState(state)) return { kind, state };
  if (kind === "erase") return { kind };
  if (kind !== "sending" || !Array.isArray(ids)) return undefined;
  return { kind, ids: ids.filter((id) => typeof id === "string") };
}
