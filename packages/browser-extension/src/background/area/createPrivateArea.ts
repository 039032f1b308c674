import type { ExtensionStorageArea } from "@action-telemetry/telemetry/extension";
import type { LocalStorageAreaAPI } from "../../browser/WebExtensionAPI.ts";
import { createDatabaseArea } from "./createDatabaseArea.ts";

/**
 * A storage out of reach of content scripts, which share a process with the pages they run in: the
 * extension's own area where it can be locked, as in Chrome, else a database of the extension's origin,
 * which only its own pages can open.
 */
export function createPrivateArea(local: LocalStorageAreaAPI): ExtensionStorageArea {
  if (local.setAccessLevel === undefined) return createDatabaseArea("private");
  // Nothing is read or written before it is locked; if it cannot be, there is nothing to be had.
  const locked = local.setAccessLevel({ accessLevel: "TRUSTED_CONTEXTS" });
  locked.catch(() => undefined);
  return {
    get: (keys) => locked.then(() => local.get(keys)),
    set: (items) => locked.then(() => local.set(items)),
    remove: (keys) => locked.then(() => local.remove(keys)),
  };
}
