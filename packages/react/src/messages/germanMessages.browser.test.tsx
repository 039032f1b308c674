import type { ApplicationAction } from "@action-telemetry/actions";
import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { ActionItem } from "../action-item/ActionItem.tsx";
import { HoverOverlay } from "../hover-overlay/HoverOverlay.tsx";
import { ActionSplitButton } from "../menu/ActionSplitButton.tsx";
import { renderActions } from "../testing/renderActions.tsx";
import { defaultMessages } from "./defaultMessages.ts";
import { germanMessages } from "./germanMessages.ts";

const actions: readonly ApplicationAction[] = [
  { id: "save", title: "Sichern", run: () => Promise.reject(new Error("Kein Platz.")) },
  { id: "docs", title: "Handbuch", command: "open", commandArguments: ["https://docs.example/"] },
];

/** What a text says for arguments that make it say something. */
function say(message: unknown): string {
  return typeof message === "function"
    ? String((message as (...a: unknown[]) => unknown)("x", 2))
    : String(message);
}

describe("The German texts", () => {
  it("say something else than the English ones, but for what is a word in both", () => {
    const same = Object.entries(germanMessages)
      .filter(
        ([key, text]) => say(text) === say(defaultMessages[key as keyof typeof germanMessages]),
      )
      .map(([key]) => key);
    const sameInBoth = ["altEnter", "altHint"];
    const byState = ["consentMeaning", "consentState", "fieldPersonalData", "fieldPresence"];
    expect(same.toSorted()).toEqual([...sameInBoth, ...byState]);
    expect(germanMessages.consentState("denied")).toBe("Aus");
    expect(germanMessages.consentMeaning("denied")).toContain("Die Telemetrie ist aus.");
    expect(germanMessages.fieldPersonalData("pseudonymous")).toBe("zufällige ID");
    expect(germanMessages.fieldPresence("optional")).toBe("manchmal");
  });

  it("are all that is shown and announced", async () => {
    const anchor = { getBoundingClientRect: () => new DOMRect(40, 300, 30, 18) };
    renderActions(
      <>
        <ActionItem action="save" disabled />
        <ActionItem action="docs" alt="save" />
        <ActionSplitButton action="save" alt="docs" />
        <HoverOverlay
          token={1}
          label="sum"
          anchor={anchor}
          state={{ kind: "loading" }}
          loadingDelay={0}
          onPinnedChange={() => undefined}
        />
      </>,
      { actions, messages: germanMessages },
    );
    const link = page.getByRole("link", { name: "Handbuch (öffnet einen neuen Tab)" });
    await expect.element(link).toHaveAccessibleDescription("Alt-Klick: Sichern.");
    const disabled = page.getByRole("button", { name: "Sichern" }).first();
    await expect.element(disabled).toHaveAccessibleDescription("Zurzeit nicht verfügbar.");
    const hover = page.getByRole("dialog", { name: "Über sum" });
    await expect.element(hover.getByRole("status")).toHaveTextContent("Wird geladen …");
    await expect.element(page.getByRole("button", { name: "Offen halten" })).toBeVisible();
    await userEvent.click(page.getByRole("button", { name: "Sichern" }).last());
    await expect
      .element(page.getByText("Sichern ist fehlgeschlagen", { exact: true }))
      .toBeInTheDocument();
    await userEvent.click(page.getByRole("button", { name: "Weitere Aktionen" }));
    await expect.element(page.getByRole("menu", { name: "Weitere Aktionen" })).toBeVisible();
    expect(document.body.textContent).not.toMatch(/More|failed|opens|Loading|Keep/);
  });
});
