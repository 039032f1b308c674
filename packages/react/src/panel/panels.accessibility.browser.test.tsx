import { beforeEach, describe, expect, it } from "vitest";
import { cdp, page, userEvent } from "vitest/browser";
import { ConsentSettings } from "../consent-settings/ConsentSettings.tsx";
import { TelemetryInspector } from "../telemetry-inspector/TelemetryInspector.tsx";
import { createInspectedClient } from "../testing/createInspectedClient.ts";
import { findViolations } from "../testing/findViolations.ts";
import { renderActions } from "../testing/renderActions.tsx";

async function openAll(): Promise<void> {
  for (const summary of document.querySelectorAll("summary")) await userEvent.click(summary);
}

const fixed = {
  state: "denied",
  reason: "Your administrator forbids it.",
  canChange: false,
} as const;
const refuse = () => Promise.reject(new Error("full"));

describe.each(["light", "dark"])("In the %s theme axe finds nothing wrong with", (theme) => {
  beforeEach(() => {
    document.documentElement.dataset["theme"] = theme;
    document.body.style.background = "var(--at-surface)";
  });

  it("consent settings that are open, on, off, undecided, fixed and not kept", async () => {
    const clients = (["granted", "denied", "unknown"] as const).map(
      (consent) => createInspectedClient([], { consent }).client,
    );
    const [on, off] = clients;
    renderActions(
      <>
        {clients.map(({ consent }) => (
          <ConsentSettings key={consent.state} aria-label={consent.state} consent={consent} />
        ))}
        {off && <ConsentSettings aria-label="fixed" consent={off.consent} decision={fixed} />}
        {on && <ConsentSettings aria-label="not kept" consent={on.consent} onDecide={refuse} />}
      </>,
    );
    await userEvent.click(page.getByRole("switch").last());
    await expect.element(page.getByText(/could not keep it/)).toBeVisible();
    await openAll();
    expect(await findViolations()).toEqual([]);
  });

  it("an inspector that is full, open and asking", async () => {
    const { client, record } = createInspectedClient([{ status: 403 }], {
      storage: {
        persistent: true,
        open: () => {
          throw new Error("forbidden");
        },
      },
    });
    record("no ID", ...Array.from({ length: 60 }, (_, index) => `action.${index}`));
    renderActions(<TelemetryInspector client={client} />);
    await expect.element(page.getByText(/not let in/)).toBeVisible();
    await userEvent.click(page.getByText("action.59"));
    await userEvent.click(page.getByText(/not let in/));
    expect(await findViolations()).toEqual([]);
    await userEvent.click(page.getByRole("button", { name: "Erase…" }));
    expect(await findViolations()).toEqual([]);
  });
});

describe("Panels", () => {
  it("fit 320 pixels", async () => {
    await page.viewport(320, 800);
    const { client, record } = createInspectedClient([{ status: 503 }]);
    record("a.rather.long.action/ID.of-an-extension.that.somebody.wrote");
    const { container } = renderActions(
      <>
        <ConsentSettings consent={client.consent} />
        <TelemetryInspector client={client} />
      </>,
    );
    await expect.element(page.getByText(/rather/)).toBeVisible();
    await openAll();
    expect(container.scrollWidth).toBeLessThanOrEqual(container.clientWidth);
    await page.viewport(1024, 768);
  });

  it("keep on, off and disabled apart in forced colors", async () => {
    const session = cdp() as unknown as {
      send(method: string, options: object): Promise<unknown>;
    };
    const features = [{ name: "forced-colors", value: "active" }];
    await session.send("Emulation.setEmulatedMedia", { features });
    const [on, off] = (["granted", "denied"] as const).map(
      (consent) => createInspectedClient([], { consent }).client.consent,
    );
    renderActions(
      <>
        {on && <ConsentSettings aria-label="on" consent={on} />}
        {off && <ConsentSettings aria-label="off" consent={off} />}
        {off && <ConsentSettings aria-label="fixed" consent={off} decision={fixed} />}
      </>,
    );
    const looks = page
      .getByRole("switch")
      .elements()
      .map((element) => {
        const { backgroundColor, borderColor } = getComputedStyle(element);
        return `${backgroundColor} in ${borderColor}`;
      });
    await session.send("Emulation.setEmulatedMedia", { features: [] });
    expect(new Set(looks).size).toBe(3);
  });

  it("lay the thumb of the switch where reading ends", () => {
    const { consent } = createInspectedClient().client;
    const thumb = (dir: "ltr" | "rtl") => {
      const { container, unmount } = renderActions(<ConsentSettings dir={dir} consent={consent} />);
      const element = container.querySelector(".at-switch");
      const { left, right } = getComputedStyle(element as Element, "::after");
      unmount();
      return Number.parseFloat(left) > Number.parseFloat(right) ? "right" : "left";
    };
    expect([thumb("ltr"), thumb("rtl")]).toEqual(["right", "left"]);
  });

  it("point the arrow of what is closed to where reading goes, and down once it is open", async () => {
    const { consent } = createInspectedClient().client;
    const arrow = async (dir: "ltr" | "rtl", open: boolean) => {
      const { container, unmount } = renderActions(<ConsentSettings dir={dir} consent={consent} />);
      if (open) await userEvent.click(page.getByText(/^What each event says/));
      const element = container.querySelector(".at-disclosure-arrow") as Element;
      await Promise.all(element.getAnimations().map(({ finished }) => finished));
      const { rotate } = getComputedStyle(element);
      unmount();
      return rotate;
    };
    expect([await arrow("ltr", false), await arrow("rtl", false)]).toEqual(["-90deg", "90deg"]);
    expect([await arrow("ltr", true), await arrow("rtl", true)]).toEqual(["0deg", "0deg"]);
  });
});
