import type { PermissionsAPI } from "../../browser/WebExtensionAPI.ts";
import { originPattern } from "../../instance-url/originPattern.ts";
import { publicInstanceURL } from "../../manifest/publicInstanceURL.ts";
import { publicCodeHosts } from "../../manifest/publicCodeHosts.ts";
import { createListeners } from "../../browser/createListeners.ts";
import { matchesPattern } from "./matchesPattern.ts";

/** The origins on which the extension may run. */
export interface AllowedSites {
  /** Resolves when the permissions have been read, well or not. */
  readonly ready: Promise<void>;
  /** Match patterns of those that the person added: neither the public code hosts nor the public instance. */
  readonly added: readonly string[];
  /** Whether content scripts may run on an origin. */
  includes(origin: string): boolean;
  subscribe(listener: () => void): () => void;
}

/** Follows the host permissions. */
export function createAllowedSites(
  permissions: Pick<PermissionsAPI, "getAll" | "onAdded" | "onRemoved">,
): AllowedSites {
  const listeners = createListeners();
  const declared: readonly string[] = publicCodeHosts;
  const ignored = [...declared, originPattern(publicInstanceURL)];
  let added: readonly string[] = [];

  async function read(): Promise<void> {
    try {
      const { origins = [] } = await permissions.getAll();
      added = origins.filter((pattern) => !ignored.includes(pattern));
    } catch {
      added = [];
    }
    listeners.notify();
  }

  permissions.onAdded.addListener(() => void read());
  permissions.onRemoved.addListener(() => void read());
  return {
    ready: read(),
    get added() {
      return added;
    },
    includes: (origin) =>
      [...declared, ...added].some((pattern) => matchesPattern(origin, pattern)),
    subscribe: listeners.subscribe,
  };
}
