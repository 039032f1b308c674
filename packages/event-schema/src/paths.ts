/** Paths of the instance's own endpoints, relative to the instance URL. */
export const paths = Object.freeze({
  /** `POST` an `EventBatch`, get a `BatchAnswer`. */
  actionEvents: "/.api/action-events",
  /** `GET`: 200 while the instance can store events. */
  health: "/healthz",
});
