import { render } from "@testing-library/react";
import { StrictMode, version } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { provideScene, serverScenes } from "./testing/serverScenes.tsx";

/** What React 18 says of layout effects while it renders to text in a browser; on a real server it is silent. */
const isOfReact18 = (text: string) =>
  version.startsWith("18.") && text.includes("useLayoutEffect does nothing");

describe("What a server has rendered is taken over without a change and without a warning:", () => {
  it.each(serverScenes)("%s", async (_name, scene) => {
    const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const warn = vi.spyOn(console, "warn");
    const onRecoverableError = vi.fn();
    const container = document.body.appendChild(document.createElement("div"));
    const page = () => <StrictMode>{provideScene(scene)}</StrictMode>;
    container.innerHTML = renderToString(page());
    const before = [...container.querySelectorAll("*")];
    const view = render(page(), { container, hydrate: true, onRecoverableError });
    onTestFinished(() => {
      view.unmount();
      container.remove();
      vi.restoreAllMocks();
    });
    expect(onRecoverableError).not.toHaveBeenCalled();
    expect(error.mock.calls.map(String).filter((text) => !isOfReact18(text))).toEqual([]);
    expect(warn.mock.calls).toEqual([]);
    // Every element that the server made is still there.
    expect(before.filter((element) => !element.isConnected)).toEqual([]);
    expect(before.length).toBeGreaterThan(0);
  });
});

it("what differs is noticed", () => {
  const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const onRecoverableError = vi.fn();
  const container = document.body.appendChild(document.createElement("div"));
  container.innerHTML = renderToString(<p>From the server</p>);
  const view = render(<p>From the browser</p>, { container, hydrate: true, onRecoverableError });
  view.unmount();
  container.remove();
  expect(onRecoverableError.mock.calls.length + error.mock.calls.length).toBeGreaterThan(0);
  error.mockRestore();
});
