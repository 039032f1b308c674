import { vi } from "vitest";
import { patience } from "../../library/patience.ts";
import { readEvents } from "../../library/readEvents.ts";
import type { Session } from "./Session.ts";
import type { WireRequest } from "./startWire.ts";

/** What is recorded besides executions: how they ended, and that something was shown. */
const others = new Set(["action.completed", "hover"]);

/** Keeps batches from the instance, so that events stay in the browser's storage to be looked at. */
export function holdBack({ wire, instance }: Session): void {
  const { pathname } = new URL(instance.eventsUrl);
  wire.block(({ method, url }: WireRequest) => method === "POST" && url.pathname === pathname);
}

/** Lets them through, and resolves when the instance has so many executions. */
export async function deliver({ wire, page, instance }: Session, count: number): Promise<void> {
  wire.block(() => false);
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await vi.waitUntil(
    async () => (await readExecutions(instance.eventsUrl)).length >= count,
    patience,
  );
}

/**
 * The executions that an instance has stored, in order.
 *
 * @param address - Any address of the instance.
 */
export async function readExecutions(address: string) {
  return (await readEvents(address)).filter(({ name }) => !others.has(name));
}
