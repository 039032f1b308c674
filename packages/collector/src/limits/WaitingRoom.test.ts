import { beforeEach, expect, it } from "vitest";
import { WaitingRoom } from "./WaitingRoom.ts";

let waits: number[];
let passed: (() => void)[];
let room: WaitingRoom;
beforeEach(() => {
  waits = [];
  passed = [];
  room = new WaitingRoom((milliseconds) => {
    waits.push(milliseconds);
    return new Promise((resolve) => passed.push(resolve));
  });
});

it("holds an answer for a moment, longer the more of one caller wait, and two seconds at most", async () => {
  const holds = Array.from({ length: 500 }, () => room.hold("a"));
  void room.hold("b");
  expect([waits[0], waits[1], waits[100], waits[499], waits[500]]).toEqual([
    200, 204, 600, 2000, 200,
  ]);
  for (const pass of passed) pass();
  await Promise.all(holds);
  void room.hold("a");
  expect(waits.at(-1)).toBe(200);
});

it("holds no more than it has room for", async () => {
  for (let n = 0; n < 2000; n += 1) void room.hold(`caller-${n}`);
  await room.hold("one more");
  expect(waits).toHaveLength(2000);
});
