import type { ApplicationAction } from "@action-telemetry/actions";
import { decideTelemetry, eventCatalogue, type Consent } from "@action-telemetry/telemetry";
import { describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { ActionItem } from "../action-item/ActionItem.tsx";
import { createInspectedClient } from "../testing/createInspectedClient.ts";
import { renderActions } from "../testing/renderActions.tsx";
import { ConsentSettings, type ConsentSettingsProps } from "./ConsentSettings.tsx";

const toggle = () => page.getByRole("switch", { name: "Send telemetry" });
const status = () => page.getByRole("status");
const alert = () => page.getByText(/^Your decision/);

function renderSettings(
  props: Partial<ConsentSettingsProps> = {},
  state: "unknown" | "granted" | "denied" = "granted",
) {
  const fixture = createInspectedClient([], { consent: state });
  const { consent } = fixture.client;
  const rendered = renderActions(<ConsentSettings consent={consent} {...props} />);
  return { ...fixture, ...rendered, consent };
}

describe("What is collected", () => {
  it("is told in the words of the catalogue: every event, and every field with purpose, example and presence", async () => {
    const { container } = renderSettings();
    for (const { name, purpose } of eventCatalogue.events) {
      await expect.element(page.getByText(name, { exact: true })).toBeVisible();
      await expect.element(page.getByText(purpose)).toBeVisible();
    }
    expect(container.querySelectorAll("dl")).toHaveLength(0);
    await userEvent.click(page.getByText(/^What each event says/));
    await userEvent.click(page.getByText(/^What is sent along/));
    await expect.poll(() => container.querySelectorAll("dl")).toHaveLength(2);
    const shown = [...container.querySelectorAll(".at-field")].map((row) => ({
      name: row.querySelector("code")?.textContent,
      tags: [...row.querySelectorAll(".at-tag")].map((tag) => tag.textContent),
      text: [...row.querySelectorAll("dd")].map((text) => text.textContent),
    }));
    const words = { none: [], pseudonymous: ["random ID"], "opt-in": ["off by default"] };
    const expected = eventCatalogue.fields.map((field) => ({
      name: field.where === "client" ? `client.${field.name}` : field.name,
      tags: [field.presence === "always" ? "always" : "sometimes", ...words[field.personalData]],
      text: [
        field.purpose,
        ...(field.name === "events"
          ? []
          : [
              `For example ${typeof field.example === "string" ? field.example : JSON.stringify(field.example)}`,
            ]),
      ],
    }));
    const byName = (a: { name?: string | undefined }, b: { name?: string | undefined }) =>
      String(a.name).localeCompare(String(b.name));
    expect(shown.toSorted(byName)).toEqual(expected.toSorted(byName));
  });
});

describe("The switch", () => {
  it("gives and withdraws consent by pointer and by keyboard, and says what that means", async () => {
    const { consent } = renderSettings();
    await expect.element(toggle()).toBeChecked();
    await userEvent.click(page.getByText("Send telemetry"));
    await expect.poll(() => consent.state).toBe("denied");
    await expect.element(toggle()).not.toBeChecked();
    await expect.element(status()).toMatchTextContent(/^Telemetry is off\. Nothing is recorded/);
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => consent.state).toBe("granted");
    await userEvent.keyboard(" ");
    await expect.poll(() => consent.state).toBe("denied");
  });

  it("follows what another tab or the application decides", async () => {
    const { consent } = renderSettings();
    await consent.set("denied");
    await expect.element(toggle()).not.toBeChecked();
    await consent.set("granted");
    await expect.element(toggle()).toBeChecked();
  });

  it("says while it erases, and only then", async () => {
    let erased = () => undefined as void;
    const consent: Consent = {
      state: "granted",
      set: () => new Promise((resolve) => (erased = resolve)),
      subscribe: () => () => undefined,
    };
    const { render } = renderSettings({ consent });
    await userEvent.click(toggle());
    render(<ConsentSettings consent={{ ...consent, state: "denied" }} />);
    await expect.element(status()).toMatchTextContent(/Erasing what waited here/);
    erased();
    await expect.element(status()).toMatchTextContent(/^Telemetry is off\. Nothing is recorded/);
  });

  it("offers a plain no while nothing is decided", async () => {
    const onDecide = vi.fn();
    const { consent } = renderSettings({ onDecide }, "unknown");
    await expect.element(toggle()).not.toBeChecked();
    await expect.element(page.getByText("Not decided")).toBeInTheDocument();
    await userEvent.click(page.getByRole("button", { name: "Leave it off" }));
    await expect.poll(() => [consent.state, onDecide.mock.calls]).toEqual(["denied", [["denied"]]]);
    await expect
      .element(page.getByRole("button", { name: "Leave it off" }))
      .not.toBeInTheDocument();
  });
});

describe("A decision that is not the person's", () => {
  const inputs = {
    browser: "other",
    isExtension: true,
    instance: "self-hosted",
    sendTelemetry: "unset",
    builtInPermission: "unsupported",
    managedPolicy: "none",
    globalPrivacyControl: false,
    repositoryVisibility: "unknown",
    policy: "standard",
  } as const;

  it.each([
    ["granted", decideTelemetry(inputs), /your own instance only\. You cannot change this here\./],
    ["denied", decideTelemetry({ ...inputs, managedPolicy: "off" }), /your administrator forbids/],
    [
      "denied",
      decideTelemetry({ ...inputs, sendTelemetry: "unreadable" }),
      /its settings cannot be read/,
    ],
    [
      "unknown",
      decideTelemetry({ ...inputs, sendTelemetry: "loading" }),
      /until the settings have been read\.$/,
    ],
  ] as const)(
    "leaves the switch %s and reachable, with the reason",
    async (state, decision, reason) => {
      const onDecide = vi.fn();
      const { consent } = renderSettings({ decision, onDecide }, state);
      await expect.element(toggle()).toHaveAttribute("aria-disabled", "true");
      await expect.element(toggle()).toHaveAccessibleDescription(reason);
      await userEvent.tab();
      await expect.element(toggle()).toHaveFocus();
      await userEvent.keyboard(" ");
      await userEvent.click(toggle(), { force: true });
      await expect.poll(() => [consent.state, onDecide.mock.calls]).toEqual([state, []]);
      expect(page.getByRole("button").elements()).toEqual([]);
    },
  );

  it("is not explained by a decision about another state", async () => {
    const decision = decideTelemetry({ ...inputs, isExtension: false, sendTelemetry: "on" });
    const { consent } = renderSettings({ decision });
    await expect.element(status()).toMatchTextContent("because Send telemetry is on");
    await consent.set("denied");
    await expect.element(status()).not.toMatchTextContent("because Send telemetry is on");
  });
});

describe("A storage that fails", () => {
  it.each([
    [
      "throws",
      () => {
        throw new Error("full");
      },
    ],
    ["rejects", () => Promise.reject(new Error("full"))],
  ])("and %s is told, and the decision holds all the same", async (_how, onDecide) => {
    const { consent } = renderSettings({ onDecide });
    await userEvent.click(toggle());
    await expect.element(alert()).toMatchTextContent("could not keep it for your next visit");
    await expect.poll(() => consent.state).toBe("denied");
  });

  it("so that consent cannot be changed is told as well", async () => {
    const consent: Consent = {
      state: "granted",
      set: () => Promise.reject(new Error("The other process has ended.")),
      subscribe: () => () => undefined,
    };
    renderSettings({ consent });
    await userEvent.click(toggle());
    await expect.element(alert()).toMatchTextContent("could not be put into effect");
  });

  it("is forgotten once a later decision could be kept", async () => {
    const onDecide = vi.fn().mockRejectedValueOnce(new Error("full"));
    renderSettings({ onDecide });
    await userEvent.click(toggle());
    await expect.element(alert()).toBeVisible();
    await userEvent.click(toggle());
    await expect.element(alert()).not.toBeInTheDocument();
  });
});

describe("Opting out", () => {
  const save: ApplicationAction = { id: "save", title: "Save", run: () => undefined };

  it("leaves no event behind, where an action does", async () => {
    const { client, network, record } = createInspectedClient();
    const { recorded } = renderActions(
      <>
        <ConsentSettings consent={client.consent} />
        <ActionItem action={save} />
      </>,
    );
    record("before");
    await client.flush();
    await expect.poll(() => network.requests).toHaveLength(1);
    await userEvent.click(toggle());
    record("after");
    await client.flush();
    await expect.poll(() => network.requests).toHaveLength(1);
    expect(recorded.events).toEqual([]);
    await userEvent.click(page.getByRole("button", { name: "Save" }));
    await expect.poll(() => recorded.events).toHaveLength(1);
  });
});
