import { describe, expect, it } from "vitest";
import { idleMs, longestMs, Sessions } from "./Sessions.ts";

const token = "correct-horse-battery";

function sessionsAt(start: number) {
  let now = start;
  const sessions = new Sessions(token, { now: () => now });
  return { sessions, wait: (milliseconds: number) => (now += milliseconds) };
}

describe("A session", () => {
  it("is known to every collector with the same token, and to none with another", () => {
    const { sessions } = sessionsAt(1e12);
    const kept = sessions.open();
    const clock = { now: () => 1e12 };
    expect(new Sessions(token, clock).read(kept)).toEqual({ openedAt: 1e12, usedAt: 1e12 });
    expect(new Sessions("another-horse-battery", clock).read(kept)).toBeUndefined();
  });

  it("says nothing of the token, and is another each time", () => {
    const { sessions } = sessionsAt(1e12);
    const kept = [sessions.open(), sessions.open()];
    expect(new Set(kept).size).toBe(2);
    expect(kept.join()).not.toContain(token);
  });

  it("ends when it is not used for an hour", () => {
    const { sessions, wait } = sessionsAt(1e12);
    const kept = sessions.open();
    wait(idleMs);
    expect(sessions.read(kept)).toBeDefined();
    wait(1);
    expect(sessions.read(kept)).toBeUndefined();
  });

  it("is prolonged by use, and ends after twelve hours all the same", () => {
    const { sessions, wait } = sessionsAt(1e12);
    let kept = sessions.open();
    for (let hours = 0; hours < 12; hours += 0.5) {
      const session = sessions.read(kept);
      if (session === undefined) throw new Error(`It ended after ${hours} hours.`);
      kept = sessions.renew(session) ?? kept;
      wait(0.5 * 3_600_000);
    }
    expect(sessions.read(kept)?.openedAt).toBe(1e12);
    wait(longestMs - 12 * 3_600_000 + 1);
    expect(sessions.read(kept)).toBeUndefined();
  });

  it("is not written anew with every request", () => {
    const { sessions, wait } = sessionsAt(1e12);
    const session = { openedAt: 1e12, usedAt: 1e12 };
    expect(sessions.renew(session)).toBeUndefined();
    wait(300_000);
    expect(sessions.renew(session)).toBeDefined();
  });

  it("cannot be prolonged, moved or emptied by hand", () => {
    const { sessions } = sessionsAt(1e12);
    const kept = sessions.open();
    const [opened = "", used = "", nonce = "", signature = ""] = kept.split(".");
    const forged = [
      `${Number(opened) + 1}.${used}.${nonce}.${signature}`,
      `${opened}.${Number(used) + 1}.${nonce}.${signature}`,
      `${opened}.${used}.${"A".repeat(22)}.${signature}`,
      `${opened}.${used}.${nonce}.${"A".repeat(43)}`,
      `${opened}.${used}.${nonce}.`,
      `${opened}${used}.${nonce}.${signature}`,
      ` ${kept}`,
      `${kept}=`,
      "",
      "...",
      "x".repeat(10_000),
    ];
    expect(forged.filter((value) => sessions.read(value) !== undefined)).toEqual([]);
    expect(sessions.read(kept)).toBeDefined();
  });

  it("of a clock far ahead is none", () => {
    const kept = sessionsAt(1e12 + 120_000).sessions.open();
    expect(sessionsAt(1e12).sessions.read(kept)).toBeUndefined();
  });
});

describe("The admin token", () => {
  it.each(["", "correct", `${token} `, token.toUpperCase(), `${token}x`])("is not %j", (text) => {
    expect(new Sessions(token, { now: () => 0 }).isAdminToken(text)).toBe(false);
  });

  it("is itself", () => {
    expect(new Sessions(token, { now: () => 0 }).isAdminToken(token)).toBe(true);
  });
});
