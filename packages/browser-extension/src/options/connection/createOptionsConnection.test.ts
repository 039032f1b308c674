import { describe, expect, it } from "vitest";
import type { Port } from "../../browser/WebExtensionAPI.ts";
import { createFakeEvent } from "../../testing/createFakeEvent.ts";
import { exampleSettings } from "../../testing/exampleSettings.ts";
import { createOptionsConnection } from "./createOptionsConnection.ts";

const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

function setUp(isBuiltIn = false) {
  const messages: unknown[] = [];
  const permissionCalls: unknown[] = [];
  const ports: { readonly port: Port; end(): void; change(): void; isOpen: boolean }[] = [];
  const timers: (() => void)[] = [];
  let settings = {
    ...exampleSettings,
    sendTelemetry: { ...exampleSettings.sendTelemetry, isBuiltIn },
  };
  let isGone = false;
  let isAgreed = true;

  const connection = createOptionsConnection({
    runtime: {
      async sendMessage(message) {
        messages.push(message);
        if (isGone) throw new Error("Receiving end does not exist.");
        return { ok: true, value: settings };
      },
      connect({ name }) {
        const onMessage = createFakeEvent<(message: unknown) => void>();
        const onDisconnect = createFakeEvent<(port: Port) => void>();
        const port: Port = {
          name,
          postMessage: () => undefined,
          disconnect: () => (own.isOpen = false),
          onMessage,
          onDisconnect,
        };
        const own = {
          port,
          isOpen: true,
          end: () => onDisconnect.emit(port),
          change: () => onMessage.emit("changed"),
        };
        ports.push(own);
        return port;
      },
    },
    permissions: {
      async request(set) {
        permissionCalls.push(["request", set]);
        return isAgreed;
      },
      async remove(set) {
        permissionCalls.push(["remove", set]);
        return isAgreed;
      },
    },
    setTimer(callback) {
      timers.push(callback);
      return () => timers.splice(timers.indexOf(callback), 1);
    },
  });
  return {
    connection,
    messages,
    permissionCalls,
    ports,
    timers,
    change: (more: Partial<typeof settings>) => (settings = { ...settings, ...more }),
    lose: () => (isGone = true),
    decline: () => (isAgreed = false),
  };
}

describe("createOptionsConnection", () => {
  it("reads the settings, and again whenever the worker says that something changed", async () => {
    const { connection, ports, change } = setUp();
    expect(connection.getSnapshot()).toEqual({ settings: undefined, isLost: false });
    await settle();
    expect(connection.getSnapshot().settings?.enabled).toBe(true);
    let calls = 0;
    connection.subscribe(() => (calls += 1));
    change({ enabled: false });
    ports[0]!.change();
    await settle();
    expect(connection.getSnapshot().settings?.enabled).toBe(false);
    expect(calls).toBe(1);
  });

  it("reads once more, not once for each, when much changes while it reads", async () => {
    const { ports, messages } = setUp();
    await settle();
    messages.length = 0;
    for (let count = 0; count < 10; count += 1) ports[0]!.change();
    await settle();
    expect(messages).toHaveLength(2);
  });

  it("connects again after the worker has ended", async () => {
    const { connection, ports, timers, change } = setUp();
    await settle();
    change({ enabled: false });
    ports[0]!.end();
    timers[0]!();
    await settle();
    expect(ports).toHaveLength(2);
    expect(connection.getSnapshot().settings?.enabled).toBe(false);
    connection.close();
    expect(ports[1]!.isOpen).toBe(false);
  });

  it("says when the worker does not answer, and keeps what it knew", async () => {
    const { connection, ports, lose } = setUp();
    await settle();
    lose();
    ports[0]!.change();
    await settle();
    expect(connection.getSnapshot()).toMatchObject({ isLost: true, settings: { enabled: true } });
    expect(await connection.write({ enabled: false })).toBe(false);
    expect(await connection.check("https://example.com")).toBe("not-reachable");
    expect(await connection.inspected.inspect()).toMatchObject({ queue: [], sent: [] });
  });

  it("writes the extension's own setting where there is no permission for it", async () => {
    const { connection, messages, permissionCalls } = setUp();
    await settle();
    await connection.consent.set("granted");
    expect(messages).toContainEqual({ kind: "writeSettings", sendTelemetry: true });
    expect(permissionCalls).toEqual([]);
  });

  it("asks the browser where it has a permission, before anything is awaited", async () => {
    const { connection, permissionCalls, messages } = setUp(true);
    await settle();
    messages.length = 0;
    const granting = connection.consent.set("granted");
    const asked = { data_collection: ["technicalAndInteraction"] };
    expect(permissionCalls).toEqual([["request", asked]]);
    await granting;
    await connection.consent.set("denied");
    expect(permissionCalls.at(-1)).toEqual(["remove", asked]);
    expect(messages).not.toContainEqual(expect.objectContaining({ kind: "writeSettings" }));
  });

  it("tells when the person declined", async () => {
    const { connection, decline } = setUp(true);
    await settle();
    decline();
    await expect(connection.consent.set("granted")).rejects.toThrow("not taken");
  });
});
