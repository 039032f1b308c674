import { describe, expect, it } from "vitest";
import { decideTelemetry, type TelemetryInputs } from "./decideTelemetry.ts";

const values = {
  browser: ["firefox", "other"],
  isExtension: [true, false],
  instance: ["public", "self-hosted"],
  sendTelemetry: ["loading", "unset", "on", "off", "unreadable"],
  builtInPermission: ["unsupported", "loading", "granted", "refused", "unreadable"],
  managedPolicy: ["loading", "none", "strict", "off", "unreadable"],
  globalPrivacyControl: [true, false],
  repositoryVisibility: ["public", "private", "unknown"],
  policy: ["standard", "strict"],
} as const satisfies { [K in keyof TelemetryInputs]: readonly TelemetryInputs[K][] };

function product(): readonly TelemetryInputs[] {
  let combinations: readonly object[] = [{}];
  for (const [name, options] of Object.entries(values)) {
    combinations = combinations.flatMap((partial) =>
      options.map((option) => ({ ...partial, [name]: option })),
    );
  }
  return combinations as readonly TelemetryInputs[];
}

const all = product();
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

/** The setting that counts: the built-in one where there is one. */
function settingOf({ builtInPermission, sendTelemetry }: TelemetryInputs) {
  if (builtInPermission === "unsupported") return sendTelemetry;
  if (builtInPermission === "granted") return "on";
  return builtInPermission === "refused" ? "off" : builtInPermission;
}

const isStrict = ({ policy, managedPolicy }: TelemetryInputs) =>
  policy === "strict" || managedPolicy === "strict";
const isReadable = (inputs: TelemetryInputs) =>
  settingOf(inputs) !== "unreadable" && inputs.managedPolicy !== "unreadable";
const isReady = (inputs: TelemetryInputs) =>
  isReadable(inputs) && settingOf(inputs) !== "loading" && inputs.managedPolicy !== "loading";
const statesOf = (inputs: readonly TelemetryInputs[]) =>
  [...new Set(inputs.map((input) => decideTelemetry(input).state))].sort();

describe("decideTelemetry", () => {
  it("covers the whole product of its inputs", () => {
    expect(all).toHaveLength(2 * 2 * 2 * 5 * 5 * 5 * 2 * 3 * 2);
    expect(statesOf(all)).toEqual(["denied", "granted", "unknown"]);
  });

  it("denies whenever a setting cannot be read", () => {
    expect(statesOf(all.filter((inputs) => !isReadable(inputs)))).toEqual(["denied"]);
  });

  it("does not know before every setting has been read, and only then", () => {
    const unready = all.filter((inputs) => isReadable(inputs) && !isReady(inputs));
    expect(statesOf(unready)).toEqual(["unknown"]);
    expect(statesOf(all.filter(isReady))).toEqual(["denied", "granted"]);
  });

  it("obeys an administrator who forbids", () => {
    const forbidden = all.filter((inputs) => isReady(inputs) && inputs.managedPolicy === "off");
    expect(statesOf(forbidden)).toEqual(["denied"]);
  });

  it.each([
    ["other", "public", "off", "granted"],
    ["other", "public", "on", "granted"],
    ["other", "self-hosted", "off", "granted"],
    ["other", "self-hosted", "on", "granted"],
    ["firefox", "public", "off", "denied"],
    ["firefox", "public", "on", "granted"],
    ["firefox", "self-hosted", "off", "granted"],
    ["firefox", "self-hosted", "on", "granted"],
  ] as const)(
    "in an extension in %s browser, at a %s instance, with the setting %s: %s",
    (browser, instance, setting, state) => {
      const rows = all.filter(
        (inputs) =>
          inputs.isExtension &&
          inputs.browser === browser &&
          inputs.instance === instance &&
          settingOf(inputs) === setting &&
          inputs.managedPolicy === "none" &&
          inputs.policy === "standard",
      );
      expect(rows.length).toBeGreaterThan(0);
      expect(statesOf(rows)).toEqual([state]);
    },
  );

  it("takes a setting that was never set for off in an extension and for on in an application", () => {
    const firefox = { ...base, browser: "firefox" } as const;
    expect(decideTelemetry(firefox).state).toBe("denied");
    expect(decideTelemetry({ ...firefox, isExtension: false }).state).toBe("granted");
  });

  it("prefers Firefox's own permission to the extension's setting", () => {
    const firefox = { ...base, browser: "firefox", sendTelemetry: "on" } as const;
    expect(decideTelemetry({ ...firefox, builtInPermission: "refused" }).state).toBe("denied");
    expect(
      decideTelemetry({ ...firefox, sendTelemetry: "off", builtInPermission: "granted" }).state,
    ).toBe("granted");
  });

  it("under strict turns on by nothing but the setting", () => {
    const strict = all.filter((inputs) => isReady(inputs) && isStrict(inputs));
    const on = strict.filter((inputs) => decideTelemetry(inputs).state === "granted");
    expect(on.length).toBeGreaterThan(0);
    expect(new Set(on.map(settingOf))).toEqual(new Set(["on"]));
  });

  it("under strict keeps from the public instance what may be private or is objected to", () => {
    const strict = { ...base, policy: "strict", sendTelemetry: "on" } as const;
    const open = { ...strict, repositoryVisibility: "public" } as const;
    expect(decideTelemetry(open).state).toBe("granted");
    expect(decideTelemetry(strict).state).toBe("denied");
    expect(decideTelemetry({ ...strict, repositoryVisibility: "private" }).state).toBe("denied");
    expect(decideTelemetry({ ...open, globalPrivacyControl: true }).state).toBe("denied");
    const own = { ...strict, instance: "self-hosted" } as const;
    expect(decideTelemetry(own).state).toBe("granted");
    expect(decideTelemetry({ ...own, globalPrivacyControl: true }).state).toBe("granted");
  });

  it.each([
    ["on", "granted"],
    ["off", "denied"],
  ] as const)("in an application does as its setting says: %s", (sendTelemetry, state) => {
    for (const instance of values.instance) {
      const application = { ...base, isExtension: false, instance, sendTelemetry } as const;
      expect(decideTelemetry(application)).toMatchObject({ state, canChange: true });
    }
  });

  it("is never turned on by Global Privacy Control", () => {
    const turnedOn = all.filter(
      (inputs) =>
        inputs.globalPrivacyControl &&
        decideTelemetry(inputs).state === "granted" &&
        decideTelemetry({ ...inputs, globalPrivacyControl: false }).state !== "granted",
    );
    expect(turnedOn).toEqual([]);
  });

  it("says that a person can change it exactly where the setting makes a difference", () => {
    const wrong = all.filter(isReady).filter((inputs) => {
      const set = (isOn: boolean) =>
        decideTelemetry(
          inputs.builtInPermission === "unsupported"
            ? { ...inputs, sendTelemetry: isOn ? "on" : "off" }
            : { ...inputs, builtInPermission: isOn ? "granted" : "refused" },
        ).state;
      return decideTelemetry(inputs).canChange !== (set(true) !== set(false));
    });
    expect(wrong).toEqual([]);
  });

  it("gives a reason in words that fits the state", () => {
    const words = { granted: / is on/, denied: / is off/, unknown: /Nothing is stored/ };
    const wrong = all.filter((inputs) => {
      const { state, reason } = decideTelemetry(inputs);
      return !words[state].test(reason);
    });
    expect(wrong).toEqual([]);
  });
});
