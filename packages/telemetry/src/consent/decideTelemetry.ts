import type { ConsentState } from "./ConsentState.ts";

/** A setting as its storage gives it: not yet, never set, on, off, or damaged. */
export type SettingState = "loading" | "unset" | "on" | "off" | "unreadable";

/** All that a decision depends on. */
export interface TelemetryInputs {
  readonly browser: "firefox" | "other";
  /** Whether the program is the browser extension; the specification's table is about that alone. */
  readonly isExtension: boolean;
  /** Whether the connected instance is the public one. */
  readonly instance: "public" | "self-hosted";
  /** The program's own `Send telemetry` setting. */
  readonly sendTelemetry: SettingState;
  /**
   * Firefox's built-in data permission (from version 140), which then is the `Send telemetry` setting;
   * `unsupported` elsewhere.
   */
  readonly builtInPermission: "unsupported" | "loading" | "granted" | "refused" | "unreadable";
  /** What an administrator prescribes. `strict` asks everybody; `off` allows nobody. */
  readonly managedPolicy: "loading" | "none" | "strict" | "off" | "unreadable";
  /** Whether the browser says that its person objects to data being sold or shared. */
  readonly globalPrivacyControl: boolean;
  /** Of the repository at hand; `unknown` also when there is none. */
  readonly repositoryVisibility: "public" | "private" | "unknown";
  /** The program's own policy: the specification's table, or opt-in for everybody. */
  readonly policy: "standard" | "strict";
}

/** Whether telemetry is on, and why. */
export interface TelemetryDecision {
  readonly state: ConsentState;
  /** Why, in words for the person. */
  readonly reason: string;
  /** Whether the `Send telemetry` setting makes a difference. */
  readonly canChange: boolean;
}

/**
 * Decides whether telemetry is on. In order:
 *
 * 1. Something unreadable means `denied`; something still loading, `unknown`.
 * 2. An administrator who prescribes `off` is obeyed.
 * 3. Under `strict` (the program's or the administrator's) the setting must be on.
 * 4. Under the standard policy an extension's telemetry is on if at least one holds: the browser is
 *    not Firefox; the instance is self-hosted; the setting is on. In an application it is on unless
 *    the setting is off.
 *
 * Global Privacy Control objects to third parties, and events only ever go to the instance that the
 * person chose; so it turns nothing off under the standard policy. Under `strict` both it and a
 * repository that is not known to be public withhold events from the public instance. Nothing but the
 * setting ever turns telemetry on under `strict`.
 */
export function decideTelemetry(inputs: TelemetryInputs): TelemetryDecision {
  const { managedPolicy, policy, builtInPermission, sendTelemetry } = inputs;
  const setting =
    builtInPermission === "unsupported" ? sendTelemetry : permission[builtInPermission];
  if (setting === "unreadable" || managedPolicy === "unreadable") {
    return fixed("denied", "Telemetry is off because its settings cannot be read.");
  }
  if (setting === "loading" || managedPolicy === "loading") {
    return fixed("unknown", "Nothing is stored or sent until the settings have been read.");
  }
  if (managedPolicy === "off") {
    return fixed("denied", "Telemetry is off because your administrator forbids it.");
  }
  if (policy === "strict" || managedPolicy === "strict") return decideStrictly(inputs, setting);
  return decideByTable(inputs, setting);
}

const permission = {
  loading: "loading",
  granted: "on",
  refused: "off",
  unreadable: "unreadable",
} as const satisfies Record<string, SettingState>;

type ReadSetting = "unset" | "on" | "off";

function decideStrictly(inputs: TelemetryInputs, setting: ReadSetting): TelemetryDecision {
  const { instance, globalPrivacyControl, repositoryVisibility } = inputs;
  if (instance === "public" && globalPrivacyControl) {
    return fixed("denied", "Telemetry is off because your browser sends Global Privacy Control.");
  }
  if (instance === "public" && repositoryVisibility !== "public") {
    return fixed("denied", "Telemetry is off here because this repository may be private.");
  }
  return bySetting(setting === "on");
}

function decideByTable(inputs: TelemetryInputs, setting: ReadSetting): TelemetryDecision {
  const { browser, isExtension, instance } = inputs;
  if (!isExtension && setting === "unset") {
    return {
      state: "granted",
      reason: "Telemetry is on until you switch it off.",
      canChange: true,
    };
  }
  if (!isExtension) return bySetting(setting === "on");
  if (instance === "self-hosted") {
    return fixed("granted", "Telemetry is on because it goes to your own instance only.");
  }
  if (browser !== "firefox") {
    return fixed("granted", "Telemetry is on; it goes to the connected instance only.");
  }
  return bySetting(setting === "on");
}

function bySetting(isOn: boolean): TelemetryDecision {
  return isOn
    ? { state: "granted", reason: "Telemetry is on because Send telemetry is on.", canChange: true }
    : {
        state: "denied",
        reason: "Telemetry is off because Send telemetry is off.",
        canChange: true,
      };
}

function fixed(state: ConsentState, reason: string): TelemetryDecision {
  return { state, reason, canChange: false };
}
