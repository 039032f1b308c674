import { createActionRegistry } from "@action-telemetry/actions";
import { createTestRecorder } from "@action-telemetry/telemetry/testing";
import { renderToString } from "react-dom/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ActionItem } from "./action-item/ActionItem.tsx";
import { ActionsProvider } from "./actions-provider/ActionsProvider.tsx";
import { CommandPalette } from "./command-palette/CommandPalette.tsx";
import { TelemetryProvider } from "./telemetry-provider/TelemetryProvider.tsx";
import { mount } from "./testing/mount.tsx";

const action = { id: "save", title: "Save", run: vi.fn() };
const click = (container: Element) => container.querySelector("button")?.click();

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

describe("Telemetry", () => {
  it("goes to the nearest provider", () => {
    const [outer, inner] = [createTestRecorder(), createTestRecorder()];
    const { container } = mount(
      <TelemetryProvider recorder={outer.recorder}>
        <ActionsProvider registry={createActionRegistry()}>
          <TelemetryProvider recorder={inner.recorder}>
            <ActionItem action={action} />
          </TelemetryProvider>
        </ActionsProvider>
      </TelemetryProvider>,
    );
    click(container);
    expect([outer.events.length, inner.events.length]).toEqual([0, 1]);
  });

  it("is not missed by actions, and missed with one warning", () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const { container } = mount(
      <>
        <ActionItem action={action} />
        <ActionItem action={action} />
      </>,
    );
    action.run.mockClear();
    click(container);
    expect(action.run).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls).toEqual([[expect.stringContaining("There is no TelemetryProvider")]]);
  });
});

describe("Misuse", () => {
  it("is told: an ID without a registry", () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { recorder } = createTestRecorder();
    expect(() =>
      renderToString(
        <TelemetryProvider recorder={recorder}>
          <ActionItem action="save" />
        </TelemetryProvider>,
      ),
    ).toThrow(/there is no ActionsProvider above.*Render <ActionsProvider/);
  });

  it("is told: a part outside of its palette", () => {
    const { recorder } = createTestRecorder();
    expect(() =>
      renderToString(
        <TelemetryProvider recorder={recorder}>
          <CommandPalette.Trigger />
        </TelemetryProvider>,
      ),
    ).toThrow(/CommandPalette\.Trigger was rendered outside of a CommandPalette/);
  });
});

it("renders on a server", () => {
  const { recorder } = createTestRecorder();
  const registry = createActionRegistry();
  registry.registerContributions({ actions: [action] });
  const html = renderToString(
    <TelemetryProvider recorder={recorder}>
      <ActionsProvider registry={registry}>
        <ActionItem action="save" />
        <CommandPalette trigger={<CommandPalette.Trigger />} />
      </ActionsProvider>
    </TelemetryProvider>,
  );
  expect(html).toContain("Save");
  expect(html).not.toContain("<dialog");
});

it("says the texts it is given", () => {
  const { recorder } = createTestRecorder();
  const { container } = mount(
    <TelemetryProvider recorder={recorder}>
      <ActionsProvider registry={createActionRegistry()} messages={{ palette: "Befehle" }}>
        <CommandPalette trigger={<CommandPalette.Trigger />} />
      </ActionsProvider>
    </TelemetryProvider>,
  );
  expect(container.textContent).toContain("Befehle");
});
