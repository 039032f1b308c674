import { cleanup, render } from "@testing-library/react";
import { useState } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createRelayReporting } from "../createRelayReporting.ts";
import { reportCatalogue } from "../report/reportCatalogue.ts";
import { ErrorReportingSettings } from "./ErrorReportingSettings.tsx";
import { germanSettingsTexts } from "./ErrorSettingsTexts.ts";

afterEach(cleanup);

function setUp(texts?: typeof germanSettingsTexts) {
  const reporting = createRelayReporting({
    release: "test@1.0.0",
    surface: "web",
    script: "page",
    scripts: [`${location.origin}/`],
    relay: () => undefined,
    target: null,
  });
  const Settings = () => {
    const [isOn, setOn] = useState(false);
    const decide = (next: boolean) => {
      setOn(next);
      reporting.setConsent(next ? "granted" : "denied");
    };
    return (
      <ErrorReportingSettings isOn={isOn} onDecide={decide} reporting={reporting} texts={texts} />
    );
  };
  render(<Settings />);
  return reporting;
}

describe("The settings of error reporting", () => {
  it("are off until the person switches them on, and off again at a second press", async () => {
    const reporting = setUp();
    const toggle = page.getByRole("switch", { name: "Allow error reporting" });
    await expect.element(toggle).not.toBeChecked();
    expect(reporting.getSnapshot().status).toBe("waiting");
    await userEvent.click(page.getByText("Allow error reporting"));
    await expect.element(toggle).toBeChecked();
    expect(reporting.getSnapshot().status).toBe("on");
    await userEvent.keyboard(" ");
    expect(reporting.getSnapshot().status).toBe("off");
  });

  it("tell everything that a report says", async () => {
    setUp();
    await userEvent.click(page.getByText("What a report says"));
    for (const { purpose } of reportCatalogue) {
      await expect.element(page.getByText(purpose)).toBeVisible();
    }
  });

  it("show what was sent", async () => {
    const reporting = setUp();
    await userEvent.click(page.getByRole("switch"));
    reporting.report(new TypeError("a secret"));
    await userEvent.click(page.getByText("Sent: 1. Not sent: 0."));
    await expect.element(page.getByLabelText("Report as sent")).toBeVisible();
    await expect.element(page.getByText(/"type": "TypeError"/u)).toBeVisible();
    await expect.element(page.getByText(/a secret/u)).not.toBeInTheDocument();
  });

  it("say so where the decision cannot be kept", async () => {
    const full = () => {
      throw new Error("The storage is full.");
    };
    render(<ErrorReportingSettings isOn={false} onDecide={full} />);
    await userEvent.click(page.getByRole("switch"));
    await expect.element(page.getByText(/could not be kept/u)).toBeVisible();
  });

  it("speak German", async () => {
    setUp(germanSettingsTexts);
    await expect
      .element(page.getByRole("switch", { name: "Fehlerberichte erlauben" }))
      .toBeVisible();
  });
});
