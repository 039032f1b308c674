import { describe, expect, it } from "vitest";
import { createClientFixture } from "../testing/createClientFixture.ts";
import { decideTelemetry, type TelemetryInputs } from "./decideTelemetry.ts";

const base: TelemetryInputs = {
  browser: "other",
  isExtension: true,
  instance: "public",
  sendTelemetry: "unset",
  builtInPermission: "unsupported",
  managedPolicy: "none",
  globalPrivacyControl: false,
  repositoryVisibility: "unknown",
  policy: "standard",
};

describe("What leaves an extension under the standard policy", () => {
  it.each([
    { browser: "other", instance: "public", sendTelemetry: "off", bytes: "something" },
    { browser: "other", instance: "public", sendTelemetry: "on", bytes: "something" },
    { browser: "other", instance: "self-hosted", sendTelemetry: "off", bytes: "something" },
    { browser: "other", instance: "self-hosted", sendTelemetry: "on", bytes: "something" },
    { browser: "firefox", instance: "public", sendTelemetry: "off", bytes: "nothing" },
    { browser: "firefox", instance: "public", sendTelemetry: "on", bytes: "something" },
    { browser: "firefox", instance: "self-hosted", sendTelemetry: "off", bytes: "something" },
    { browser: "firefox", instance: "self-hosted", sendTelemetry: "on", bytes: "something" },
  ] as const)(
    "$browser, connected to a $instance instance, setting $sendTelemetry: sends $bytes",
    async ({ bytes, ...inputs }) => {
      const { state } = decideTelemetry({ ...base, ...inputs });
      const { record, clock, network, hide } = createClientFixture({ consent: state });
      record("a", "b");
      await clock.advance(60_000);
      hide(true);
      await clock.advance(60_000);
      const sent = network.requests.reduce((sum, { init }) => sum + (init.body ?? "").length, 0);
      expect(sent > 0).toBe(bytes === "something");
      expect(network.requests).toHaveLength(bytes === "something" ? 1 : 0);
    },
  );
});
