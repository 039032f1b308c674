/**
 * For a transaction that deletes or joins runs: nobody else does until it ends. Who stores events does not wait for it.
 */
export const lockRuns = "SELECT pg_advisory_xact_lock(hashtext('action-telemetry'), 3)";
