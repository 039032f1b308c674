import type { Result } from "@action-telemetry/event-schema";

/**
 * Why an instance gave no data.
 *
 * - `unreachable`: no answer in time, a redirect, or one that is not an instance's.
 * - `signed-out`: it wants a person to sign in.
 * - `failed`: it answered that it cannot.
 */
export type InstanceError = "unreachable" | "signed-out" | "failed";

/** What came back from an instance. */
export type InstanceResult<T> = Result<T, InstanceError>;
