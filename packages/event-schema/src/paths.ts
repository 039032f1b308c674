/** `POST` an `EventBatch`, get a `BatchAnswer`. */
export const actionEventsPath = "/.api/action-events";

/** Paths of the instance's own endpoints, relative to the instance URL. */
export const paths = /* @__PURE__ */ Object.freeze({
  actionEvents: actionEventsPath,
  /** `GET`: 200 while the instance can store events. */
  health: "/healthz",
});
