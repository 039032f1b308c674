import type { PermissionSet } from "../browser/WebExtensionAPI.ts";
import { publicCodeHosts } from "../manifest/publicCodeHosts.ts";
import type { FakeEvents } from "./createFakeEvents.ts";

/** The permissions of the extension in a fake browser: the public code hosts from the start, and more. */
export function createFakePermissions(more: PermissionSet = {}, events: FakeEvents) {
  const { origins = [] } = more;
  let permissions: PermissionSet = { ...more, origins: [...publicCodeHosts, ...origins] };
  return {
    get: () => permissions,
    /** Adds permissions, and tells the worker. */
    grant(added: PermissionSet) {
      permissions = change(permissions, added, (before, more) => [
        ...new Set([...before, ...more]),
      ]);
      events.onAdded.emit(added);
    },
    /** Takes permissions away, and tells the worker. */
    revoke(removed: PermissionSet) {
      permissions = change(permissions, removed, (before, less) =>
        before.filter((name) => !less.includes(name)),
      );
      events.onRemoved.emit(removed);
    },
  };
}

function change(
  before: PermissionSet,
  by: PermissionSet,
  apply: (before: readonly string[], by: readonly string[]) => string[],
): PermissionSet {
  const next: Record<string, string[]> = { ...(before as Record<string, string[]>) };
  for (const [kind, names] of Object.entries(by as Record<string, string[]>)) {
    next[kind] = apply(next[kind] ?? [], names);
  }
  return next;
}
