const pattern = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** Whether a value is the full ID of a commit, in lower case: SHA-1 or SHA-256. */
export function isCommitID(value: unknown): value is string {
  return typeof value === "string" && pattern.test(value);
}
