import "@action-telemetry/react/styles.css";
import "./options.css";
import "./parts/controls.css";
import { act, cleanup, render } from "@testing-library/react";
import axe from "axe-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createFakeOptions, type FakeOptions } from "../testing/createFakeOptions.ts";
import type { SettingsView } from "../messages/SettingsView.ts";
import { OptionsContext } from "./connection/OptionsContext.ts";
import { OptionsPage } from "./OptionsPage.tsx";

const publicURL = "https://sourcegraph.com";
const telemetryOf = (more: Partial<SettingsView["sendTelemetry"]>) => ({
  sendTelemetry: {
    isOn: false,
    isBuiltIn: false,
    canChange: true,
    state: "denied",
    reason: "Off.",
    ...more,
  } as const,
});

function show(initial?: Partial<SettingsView>, tabURL?: string): FakeOptions {
  const fake = createFakeOptions(initial, tabURL);
  render(
    <OptionsContext.Provider value={fake}>
      <OptionsPage />
    </OptionsContext.Provider>,
  );
  return fake;
}

const field = () => page.getByLabelText("Address of your instance");
const connect = () => page.getByRole("button", { name: "Connect" });

beforeEach(() => {
  document.documentElement.dataset["place"] = "popup";
});

afterEach(() => {
  cleanup();
  delete document.documentElement.dataset["theme"];
});

describe("The instance", () => {
  it.each([
    ["unknown", /Checking…/],
    ["signed-in", /Looks good/],
    ["signed-out", /you are not signed in/],
    ["unreachable", /No instance answers there/],
  ] as const)("whose session is %s: says %s", async (session, text) => {
    show({ session });
    await expect.element(page.getByText(text)).toBeVisible();
  });

  it.each([
    ["http://intranet.example.com", /must be addressed by https/],
    ["javascript:alert(1)", /This is no address/],
    ["https://me:secret@example.com", /This is no address/],
    ["", /This is no address/],
    ["https://other.example.com", /Press Connect/],
    ["http://localhost:3080", /Press Connect/],
  ])("typed as %s: says %s, and asks nobody", async (text, note) => {
    const fake = show();
    await userEvent.fill(field(), text);
    await expect.element(page.getByText(note)).toBeVisible();
    expect(fake.changes).toEqual([]);
  });

  it("is connected by Enter, after the browser was asked for its permission", async () => {
    const fake = show();
    await userEvent.fill(field(), "sg.example.com/code/");
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => fake.changes).toEqual([{ instanceURL: "https://sg.example.com/code" }]);
    await expect
      .poll(() => fake.permissionCalls)
      .toEqual([["request", { origins: ["https://sg.example.com/*"] }]]);
    fake.change({ session: "signed-in" });
    await expect.element(page.getByText(/Looks good/)).toBeVisible();
    await expect.element(field()).toHaveValue("https://sg.example.com/code");
  });

  it("that the browser does not let the extension reach says so", async () => {
    const fake = createFakeOptions({ session: "unreachable" });
    fake.isAgreed = false;
    render(
      <OptionsContext.Provider value={fake}>
        <OptionsPage />
      </OptionsContext.Provider>,
    );
    await expect.element(page.getByText(/does not let the extension talk/)).toBeVisible();
  });

  it("leads to where one signs in, marked only with consent", async () => {
    const fake = show({ session: "signed-out" });
    const link = page.getByRole("link", { name: "Sign in" });
    await expect.element(link).toHaveAttribute("href", `${publicURL}/sign-in?close=true`);
    fake.change(telemetryOf({ state: "granted" }));
    await expect
      .element(link)
      .toHaveAttribute("href", `${publicURL}/sign-in?close=true&utm_source=firefox-extension`);
    await expect.element(link).toHaveAttribute("rel", "noopener noreferrer");
  });

  it("before it can be connected again by a click, or forgotten", async () => {
    const fake = show({ previousURLs: ["https://old.example.com"] });
    await userEvent.click(page.getByRole("button", { name: /^Forget https:..old.example.com/ }));
    await userEvent.click(page.getByRole("button", { name: "old.example.com" }));
    await expect
      .poll(() => fake.changes)
      .toEqual([
        { forgetURL: "https://old.example.com" },
        { instanceURL: "https://old.example.com" },
      ]);
  });
});

describe("The site at hand", () => {
  it("can be allowed by a click, and is taken back by another", async () => {
    const fake = show({}, "https://git.example.com:8443/a/b");
    await userEvent.click(page.getByRole("button", { name: "Allow" }));
    const origins = { origins: ["https://git.example.com/*"] };
    await expect.poll(() => fake.permissionCalls).toEqual([["request", origins]]);
    fake.change({ allowedSites: ["https://git.example.com/*"] });
    await userEvent.click(page.getByRole("button", { name: "Remove" }));
    await expect.poll(() => fake.permissionCalls.at(-1)).toEqual(["remove", origins]);
  });

  it.each([
    ["https://github.com/a/b", /runs on this code host/],
    [`${publicURL}/search`, /does not run on its pages/],
  ])("%s needs no permission: %s", async (url, text) => {
    show({}, url);
    await expect.element(page.getByText(text)).toBeVisible();
    expect(page.getByRole("button", { name: "Allow" }).query()).toBeNull();
  });

  it("is not shown where extensions cannot run", async () => {
    show({}, "about:addons");
    await expect.element(page.getByText("Privacy")).toBeVisible();
    expect(page.getByText("This site").query()).toBeNull();
  });
});

describe("Privacy", () => {
  it("switches telemetry on and off by the person's hand", async () => {
    const fake = show();
    const telemetry = page.getByRole("switch", { name: "Send telemetry" });
    await userEvent.click(telemetry);
    fake.change(telemetryOf({ isOn: true, state: "granted" }));
    await expect.element(telemetry).toBeChecked();
    await userEvent.click(telemetry);
    await expect.poll(() => fake.decisions).toEqual(["granted", "denied"]);
  });

  it("says when nothing was changed", async () => {
    const fake = show();
    fake.isAgreed = false;
    await userEvent.click(page.getByRole("switch", { name: "Send telemetry" }));
    await expect.element(page.getByText(/Nothing was changed/)).toBeVisible();
  });

  it("says why, and changes nothing, where the setting makes no difference", async () => {
    const reason = "Telemetry is on because it goes to your own instance only.";
    const fake = show(telemetryOf({ canChange: false, state: "granted", reason }));
    const telemetry = page.getByRole("switch", { name: "Send telemetry" });
    await expect.element(telemetry).toBeChecked();
    await expect.element(page.getByText(/goes to your own instance only/)).toBeVisible();
    await userEvent.click(telemetry, { force: true });
    expect(fake.decisions).toEqual([]);
  });

  it("allows error reports apart from telemetry", async () => {
    const fake = show();
    await userEvent.click(page.getByRole("switch", { name: "Allow error reporting" }));
    await expect.poll(() => fake.changes).toEqual([{ allowErrorReporting: true }]);
    expect(fake.decisions).toEqual([]);
  });

  it("tells what is collected, the extension's own events too, and leads back", async () => {
    show();
    await userEvent.click(page.getByRole("button", { name: "What is collected" }));
    for (const name of ["<action ID>", "hover", "extension.installed", "extension.updated"]) {
      await expect.element(page.getByText(name, { exact: true })).toBeVisible();
    }
    const back = page.getByRole("button", { name: "Settings" });
    await expect.element(back).toHaveFocus();
    await userEvent.click(back);
    await expect.element(connect()).toBeVisible();
  });

  it("shows what was sent last, and offers to erase it", async () => {
    show();
    await userEvent.click(page.getByRole("button", { name: /What was sent last/ }));
    await expect.element(page.getByText("3f2c1b8e-52d7-4c1f-9a57-6a0f1f4f7c11")).toBeVisible();
    await expect.element(page.getByRole("button", { name: /Erase/ })).toBeVisible();
  });
});

describe("The page", () => {
  it("waits for the worker, and says so", async () => {
    const fake = createFakeOptions(null);
    render(
      <OptionsContext.Provider value={fake}>
        <OptionsPage />
      </OptionsContext.Provider>,
    );
    await expect.element(page.getByRole("status")).toHaveTextContent("Loading…");
    act(() => fake.change({}));
    await expect.element(connect()).toBeVisible();
  });

  it("switches the extension off, and says what that means", async () => {
    const fake = show();
    await userEvent.click(page.getByRole("switch", { name: "Extension" }));
    await expect.poll(() => fake.changes).toEqual([{ enabled: false }]);
    await expect.element(page.getByText(/The extension is off/)).toBeVisible();
  });

  it("asks about telemetry first where the policy asks, with two equal answers", async () => {
    const fake = show({ needsFirstRun: true });
    const [no, yes] = ["Do not send", "Send telemetry"].map((name) =>
      page.getByRole("button", { name }),
    );
    const [noBox, yesBox] = [no!, yes!].map((button) => button.element().getBoundingClientRect());
    expect(noBox!.width).toBe(yesBox!.width);
    await userEvent.click(no!);
    await userEvent.click(yes!);
    await expect.poll(() => fake.decisions).toEqual(["denied", "granted"]);
  });

  it("offers a way out of damaged settings", async () => {
    const fake = show({ isDamaged: true });
    await userEvent.click(page.getByRole("button", { name: "Restore" }));
    await expect.poll(() => fake.changes).toEqual([{ restore: true }]);
  });

  it("keeps where the repositories are", async () => {
    const fake = show();
    await userEvent.fill(page.getByLabelText(/Folder on this computer/), " /code ");
    await userEvent.click(page.getByRole("button", { name: "Save" }));
    await expect.poll(() => fake.changes).toEqual([{ repositoriesFolder: "/code" }]);
  });
});

describe.each(["light", "dark"])("In the %s theme axe finds nothing wrong with", (theme) => {
  const everything: Partial<SettingsView> = {
    needsFirstRun: true,
    isDamaged: true,
    enabled: false,
    session: "signed-out",
    previousURLs: ["https://old.example.com"],
  };

  it.each([
    ["everything at once", everything, undefined],
    ["all that is well", {}, undefined],
    ["what is collected", {}, "What is collected"],
    ["what was sent", {}, /What was sent last/],
  ])("%s", async (_, settings, link) => {
    document.documentElement.dataset["theme"] = theme;
    show(settings, "https://git.example.com/");
    if (link !== undefined) await userEvent.click(page.getByRole("button", { name: link }));
    await expect.element(page.getByRole("main")).toBeVisible();
    const { violations } = await axe.run(document.body, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"],
      rules: { "target-size": { enabled: true } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});
