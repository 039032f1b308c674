import { expect, it } from "vitest";
import type { PermissionSet } from "../../browser/WebExtensionAPI.ts";
import { createFakeEvent } from "../../testing/createFakeEvent.ts";
import { createAllowedSites } from "./createAllowedSites.ts";

const origins = ["https://git.example/*"];
const address = "https://git.example";

/** Permissions that are told when a test says so. */
function create() {
  const asked: ((permissions: PermissionSet) => void)[] = [];
  const onAdded = createFakeEvent<(added: PermissionSet) => void>();
  const onRemoved = createFakeEvent<(removed: PermissionSet) => void>();
  const getAll = () => new Promise<PermissionSet>((resolve) => asked.push(resolve));
  const sites = createAllowedSites({ getAll, onAdded, onRemoved });
  return { sites, asked, onAdded, onRemoved };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

it("A site that was taken away stays so when an answer from before comes after it", async () => {
  const { sites, asked, onRemoved } = create();
  onRemoved.emit({ origins });
  asked[0]?.({ origins });
  await settle();
  expect(sites.includes(address)).toBe(false);
  asked[1]?.({ origins: ["https://other.example/*"] });
  await sites.ready;
  expect([sites.includes(address), sites.includes("https://other.example")]).toEqual([false, true]);
});

it("A site that was added is allowed once the browser has told all there are", async () => {
  const { sites, asked, onAdded } = create();
  onAdded.emit({ origins });
  asked[1]?.({ origins });
  asked[0]?.({ origins: [] });
  await settle();
  expect(sites.includes(address)).toBe(true);
});
