import { describe, expect, it } from "vitest";
import { AppendQueue } from "./AppendQueue.ts";
import { delivery, record } from "../testing/conformance/storeRecords.ts";
import type { Delivery } from "./EventRecord.ts";

function deliveryOf(events: number, anonymizedUserId = "user-1"): Delivery {
  return delivery(
    Array.from({ length: events }, (_, n) => record(n)),
    { anonymizedUserId },
  );
}

/** A database whose transactions end when the test says so. */
function fakeDatabase() {
  const groups: (readonly Delivery[])[] = [];
  const pending: { commit: () => void; fail: (error: Error) => void }[] = [];
  return {
    groups,
    write: (deliveries: readonly Delivery[]) => {
      groups.push(deliveries);
      const ended = new Promise<void>((commit, fail) => pending.push({ commit, fail }));
      return ended.then(() =>
        deliveries.map(({ events }) => ({ accepted: events.length, duplicates: 0 })),
      );
    },
    async next() {
      while (pending.length === 0) await new Promise((resolve) => setImmediate(resolve));
      return pending.shift();
    },
  };
}

describe("AppendQueue", () => {
  it("stores together what arrived together, and what arrived meanwhile after that", async () => {
    const database = fakeDatabase();
    const queue = new AppendQueue(database);
    const first = [queue.append(deliveryOf(2)), queue.append(deliveryOf(3))];
    const transaction = await database.next();
    const second = [queue.append(deliveryOf(1)), queue.append(deliveryOf(1))];
    transaction?.commit();
    expect(await Promise.all(first)).toEqual([
      { accepted: 2, duplicates: 0 },
      { accepted: 3, duplicates: 0 },
    ]);
    (await database.next())?.commit();
    await Promise.all(second);
    await queue.drain();
    expect(database.groups.map((group) => group.length)).toEqual([2, 2]);
  });

  it("keeps groups small, but stores a large delivery as one", async () => {
    const database = fakeDatabase();
    const queue = new AppendQueue({ ...database, maxGroup: 10 });
    const all = [6, 4, 1, 30, 2].map((events) => queue.append(deliveryOf(events)));
    for (let n = 0; n < 4; n += 1) (await database.next())?.commit();
    await Promise.all(all);
    const sizes = database.groups.map((group) => group.map(({ events }) => events.length));
    expect(sizes).toEqual([[6, 4], [1], [30], [2]]);
  });

  it("refuses at once what is more than may wait", async () => {
    const database = fakeDatabase();
    const queue = new AppendQueue({ ...database, maxWaiting: 10 });
    const first = queue.append(deliveryOf(10));
    await expect(queue.append(deliveryOf(1))).rejects.toThrow(/too slow/u);
    (await database.next())?.commit();
    await first;
    const second = queue.append(deliveryOf(10));
    (await database.next())?.commit();
    await expect(second).resolves.toMatchObject({ accepted: 10 });
  });

  it("lets nobody wait for a database that does not answer", async () => {
    const database = fakeDatabase();
    const queue = new AppendQueue(database);
    const first = queue.append(deliveryOf(1));
    const transaction = await database.next();
    const second = queue.append(deliveryOf(1));
    transaction?.fail(new Error("gone"));
    expect(await Promise.allSettled([first, second])).toMatchObject([
      { status: "rejected", reason: new Error("gone") },
      { status: "rejected", reason: new Error("gone") },
    ]);
    const third = queue.append(deliveryOf(1));
    (await database.next())?.commit();
    await expect(third).resolves.toMatchObject({ accepted: 1 });
  });

  it("lets a bad delivery fail alone", async () => {
    const write = async (deliveries: readonly Delivery[]) => {
      if (deliveries.some(({ anonymizedUserId }) => anonymizedUserId === "bad")) {
        throw new RangeError("bad");
      }
      return deliveries.map(({ events }) => ({ accepted: events.length, duplicates: 0 }));
    };
    const queue = new AppendQueue({
      write,
      isAboutContent: (error) => error instanceof RangeError,
    });
    const outcomes = await Promise.allSettled(
      ["good", "bad", "good"].map((user) => queue.append(deliveryOf(1, user))),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });
});
