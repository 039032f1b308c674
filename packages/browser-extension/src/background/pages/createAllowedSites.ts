import type { PermissionsAPI } from "../../browser/WebExtensionAPI.ts";
import { originPattern } from "../../instance-url/originPattern.ts";
import { publicInstanceURL } from "../../manifest/publicInstanceURL.ts";
import { publicCodeHosts } from "../../manifest/publicCodeHosts.ts";
import { createLatest } from "../../browser/createLatest.ts";
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

/**
 * Follows the host permissions. The browser tells of the public code hosts as of any other: a person
 * may take those away, too.
 */
export function createAllowedSites(
  permissions: Pick<PermissionsAPI, "getAll" | "onAdded" | "onRemoved">,
): AllowedSites {
  const listeners = createListeners();
  const declared: readonly string[] = publicCodeHosts;
  const instance = originPattern(publicInstanceURL);
  const takeTurn = createLatest();
  let allowed: readonly string[] = [];

  function set(origins: readonly string[]): void {
    allowed = origins.filter((pattern) => pattern !== instance);
    listeners.notify();
  }

  async function ask(): Promise<void> {
    const turn = takeTurn();
    const { origins = [] } = await permissions.getAll().catch(() => ({ origins: [...declared] }));
    if (turn()) set(origins);
  }

  let asking = ask();
  const read = () => void (asking = ask());

  permissions.onAdded.addListener(read);
  permissions.onRemoved.addListener(({ origins = [] }) => {
    // What was taken away is so before the browser has told what is left.
    set(allowed.filter((pattern) => !origins.includes(pattern)));
    read();
  });
  return {
    // What woke the worker may be a change, and then the first answer is an old one.
    ready: asking.then(() => asking),
    get added() {
      return allowed.filter((pattern) => !declared.includes(pattern));
    },
    includes: (origin) => allowed.some((pattern) => matchesPattern(origin, pattern)),
    subscribe: listeners.subscribe,
  };
}
