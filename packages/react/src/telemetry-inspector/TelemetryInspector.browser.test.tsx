import { afterEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createInspectedClient } from "../testing/createInspectedClient.ts";
import { renderActions } from "../testing/renderActions.tsx";
import type { InspectedClient } from "./InspectedClient.ts";
import { TelemetryInspector } from "./TelemetryInspector.tsx";

const row = (text: string) => page.getByText(text, { exact: true });
const shownBytes = () => document.querySelector("pre")?.textContent;
const unavailable = { status: 503, headers: { "retry-after": "600" } };

function renderInspector(client: InspectedClient) {
  return renderActions(<TelemetryInspector client={client} />);
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("What is shown", () => {
  it("of a batch are the very bytes of its request, and copied they are too", async () => {
    const { client, network, record } = createInspectedClient();
    client.recorder.recordAction({
      actionId: "first",
      arguments: { text: 'a "b", {c}: [d] \\ ü' },
    });
    record("second");
    await client.flush();
    const write = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
    renderInspector(client);
    await userEvent.click(row("delivered"));
    const [request] = network.requests;
    await expect.poll(shownBytes).toBe(request?.init.body);
    expect(shownBytes()).toContain("first");
    await expect
      .element(page.getByText(`${new Blob([shownBytes() ?? ""]).size} bytes`))
      .toBeVisible();
    await userEvent.click(page.getByRole("button", { name: "Copy", exact: true }));
    expect(write).toHaveBeenCalledWith(request?.init.body);
    await expect.element(page.getByRole("button", { name: "Copied" })).toBeVisible();
  });

  it("of a waiting event is the text that stands in the batch later on", async () => {
    const { client, network, record } = createInspectedClient([{ status: 503 }, { status: 200 }]);
    record("waiting.event");
    renderInspector(client);
    await userEvent.click(row("waiting.event"));
    await expect.poll(shownBytes).toContain("waiting.event");
    const shown = shownBytes();
    await client.flush();
    expect(network.requests.at(-1)?.init.body).toContain(shown);
  });

  it("are instance, anonymous ID and everything as JSON", async () => {
    const { client, record } = createInspectedClient([unavailable]);
    record("a");
    await client.flush();
    const write = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
    renderInspector(client);
    const { anonymizedUserId = "none" } = await client.inspect();
    await expect.element(page.getByText("https://instance.example")).toBeVisible();
    await expect.element(page.getByText(anonymizedUserId)).toBeVisible();
    await userEvent.click(page.getByRole("button", { name: "Copy as JSON" }));
    expect(JSON.parse(write.mock.calls[0]?.[0] ?? "")).toMatchObject({
      anonymizedUserId,
      queue: [{ name: "a" }],
      sent: [{ outcome: "retry", reason: "http-503" }],
    });
  });

  it("are losses by reason, in words", async () => {
    const { client, record } = createInspectedClient([], { consent: "unknown" });
    record("no ID", "no ID either", ...Array.from({ length: 1003 }, (_, index) => `a${index}`));
    renderInspector(client);
    await expect.element(page.getByText(/^Too many events were waiting/)).toBeVisible();
    const losses = page.getByRole("listitem").filter({ hasText: "Not recorded: its name" });
    await expect.element(losses).toMatchTextContent(/^2/);
  });

  it("of a long queue are the newest, and more on demand", async () => {
    const { client, record } = createInspectedClient([unavailable]);
    record(...Array.from({ length: 900 }, (_, index) => `action.${index}`));
    const { container } = renderInspector(client);
    const rows = () => container.querySelectorAll("details").length;
    await expect.element(row("action.899")).toBeVisible();
    await expect.element(row("and 850 more")).toBeVisible();
    expect(rows()).toBeLessThan(60);
    await userEvent.click(page.getByRole("button", { name: "Show 200 more" }));
    await expect.element(row("and 650 more")).toBeVisible();
    await expect.poll(rows).toBeGreaterThanOrEqual(250);
  });
});

describe("It follows the client", () => {
  it("as events are recorded and sent", async () => {
    const { client, record } = createInspectedClient([unavailable, { status: 200 }]);
    renderInspector(client);
    await expect.element(row("Nothing is waiting.")).toBeVisible();
    record("live");
    await expect.element(row("live")).toBeVisible();
  });

  it("also before anything is decided, and when consent is withdrawn", async () => {
    const { client, record } = createInspectedClient([], { consent: "unknown" });
    renderInspector(client);
    await expect.element(row("Not decided")).toBeVisible();
    record("held");
    await expect.element(row("held")).toBeVisible();
    await client.consent.set("denied");
    await expect.element(row("Off")).toBeVisible();
    await expect.element(row("Nothing is waiting.")).toBeVisible();
    await expect.element(page.getByRole("button", { name: "Erase…" })).not.toBeInTheDocument();
  });

  it("not at all while it is hidden or gone, and makes nothing that is closed", async () => {
    const { client, record } = createInspectedClient();
    const inspect = vi.spyOn(client, "inspect");
    const subscribe = vi.spyOn(client, "subscribe");
    const { render, container } = renderActions(<TelemetryInspector client={client} hidden />);
    record("a");
    await client.flush();
    expect([inspect.mock.calls, subscribe.mock.calls, container.innerHTML]).toEqual([
      [],
      [],
      expect.not.stringContaining("section"),
    ]);
    render(<TelemetryInspector client={client} />);
    await expect.element(row("delivered")).toBeVisible();
    expect(container.querySelector("pre")).toBeNull();
    render(<TelemetryInspector client={client} hidden />);
    const before = inspect.mock.calls.length;
    expect(before).toBeGreaterThan(0);
    record("b");
    await client.flush();
    expect(inspect.mock.calls).toHaveLength(before);
  });

  it("when the window has the focus again, for other tabs do not tell", async () => {
    const { client } = createInspectedClient();
    const inspect = vi.spyOn(client, "inspect");
    renderInspector(client);
    await expect.element(row("Up to date")).toBeVisible();
    const before = inspect.mock.calls.length;
    window.dispatchEvent(new Event("focus"));
    await expect.poll(() => inspect.mock.calls.length).toBeGreaterThan(before);
  });
});

describe("When something is the matter it says so", () => {
  it("and tries again when asked: an instance that lets nobody in", async () => {
    const { client, network, record } = createInspectedClient([{ status: 403 }, { status: 200 }]);
    record("a");
    renderInspector(client);
    await expect.element(page.getByText(/does not let you in \(403\)/)).toBeVisible();
    await expect.element(row("Paused")).toBeVisible();
    await userEvent.click(page.getByRole("button", { name: "Try again" }));
    await expect.element(row("Up to date")).toBeVisible();
    await expect.poll(() => network.requests).toHaveLength(2);
  });

  it.each([
    ["network-error", /cannot be reached\. The next attempt follows on /],
    [{ status: 429, headers: { "retry-after": "60" } }, /asks for patience \(429\)/],
    [unavailable, /is in trouble \(503\)/],
  ] as const)("and why: %j", async (answer, words) => {
    const { client, record } = createInspectedClient([answer]);
    record("a");
    renderInspector(client);
    await expect.element(page.getByRole("status").filter({ hasText: words })).toBeVisible();
  });

  it("without a network", async () => {
    const { client } = createInspectedClient();
    const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    renderInspector(client);
    await expect.element(page.getByText(/You are offline/)).toBeVisible();
    online.mockReturnValue(true);
    window.dispatchEvent(new Event("online"));
    await expect.element(page.getByText(/You are offline/)).not.toBeInTheDocument();
  });

  it("about a storage that does not work", async () => {
    const { client, record } = createInspectedClient([unavailable], {
      storage: {
        persistent: true,
        open: () => {
          throw new Error("forbidden");
        },
      },
    });
    record("a");
    renderInspector(client);
    await expect.element(page.getByText(/browser’s storage does not work/)).toBeVisible();
    await expect.element(row("a")).toBeVisible();
  });

  it("about a client that does not answer, until it does", async () => {
    const { client } = createInspectedClient();
    vi.spyOn(client, "inspect").mockRejectedValueOnce(new Error("gone"));
    renderInspector({
      ...client,
      inspect: () => client.inspect(),
      subscribe: () => () => undefined,
      flush: () => client.flush(),
      erase: () => client.erase(),
    });
    await expect.element(page.getByText(/cannot be read at the moment/)).toBeVisible();
    await userEvent.click(page.getByRole("button", { name: "Try again" }));
    await expect.element(row("Up to date")).toBeVisible();
  });

  it("about a clipboard that refuses", async () => {
    const { client } = createInspectedClient();
    vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("denied"));
    renderInspector(client);
    await userEvent.click(page.getByRole("button", { name: "Copy as JSON" }));
    await expect.element(page.getByRole("button", { name: "Not copied" })).toBeVisible();
  });
});

describe("Erasing", () => {
  const erase = () => page.getByRole("button", { name: "Erase…" });
  const dialog = () => page.getByRole("alertdialog", { name: "Erase what is kept here?" });

  it("asks, forgets queue and ID, gives the focus back, and records nothing", async () => {
    const { client, record } = createInspectedClient([unavailable]);
    record("a", "b");
    await client.flush();
    const { recorded } = renderInspector(client);
    const before = (await client.inspect()).anonymizedUserId;
    await expect.element(row("b")).toBeVisible();
    await userEvent.click(erase());
    await expect.element(dialog()).toHaveAccessibleDescription(/^2 events that wait will never/);
    await userEvent.click(dialog().getByRole("button", { name: "Erase" }));
    await expect.element(row("Nothing is waiting.")).toBeVisible();
    await expect.element(row("Erased.")).toBeInTheDocument();
    await expect.element(erase()).toHaveFocus();
    await expect.poll(async () => (await client.inspect()).anonymizedUserId).not.toBe(before);
    expect(client.consent.state).toBe("granted");
    expect(recorded.events).toEqual([]);
  });

  it.each(["{Escape}", "{Enter}"])("can be declined by keyboard with %s", async (key) => {
    const { client, record } = createInspectedClient([unavailable]);
    record("a");
    renderInspector(client);
    await expect.element(row("a")).toBeVisible();
    await userEvent.click(erase());
    // The first button of the dialog has the focus, and that is the harmless one.
    await expect.element(dialog().getByRole("button", { name: "Cancel" })).toHaveFocus();
    await userEvent.keyboard(key);
    await expect.element(dialog()).not.toBeInTheDocument();
    await expect.element(erase()).toHaveFocus();
    expect((await client.inspect()).queue).toHaveLength(1);
  });
});

it("can be used by keyboard alone", async () => {
  const { client, record } = createInspectedClient();
  record("a");
  await client.flush();
  renderInspector(client);
  await expect.element(row("delivered")).toBeVisible();
  await userEvent.tab();
  await expect.element(page.getByRole("button", { name: "Copy as JSON" })).toHaveFocus();
  await userEvent.tab();
  await userEvent.tab();
  await userEvent.keyboard("{Enter}");
  await expect.poll(shownBytes).toContain('"name":"a"');
  await userEvent.tab();
  await userEvent.tab();
  await expect
    .element(page.getByRole("group", { name: "The very bytes of the request:" }))
    .toHaveFocus();
});
