import type { ApplicationAction } from "@action-telemetry/actions";
import type { ElementType, ReactElement } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { commands, page, userEvent } from "vitest/browser";
import { ActionItem } from "../action-item/ActionItem.tsx";
import { ActionsProvider } from "../actions-provider/ActionsProvider.tsx";
import { renderActions } from "../testing/renderActions.tsx";
import { useAction } from "./useAction.ts";

const save: ApplicationAction = { id: "save", title: "Save", keybindings: ["Alt+S"], run() {} };
const openedURL = (name: string) => `${location.origin}/package.json?opened=${name}`;

function link(id: string, url: string): ApplicationAction {
  return { id, title: `Open ${id}`, command: "open", commandArguments: [url] };
}

const Button: ElementType = "button";

/** A button whose type is what `props` say. */
function OwnButton({ action, disabled = false }: { action: string; disabled?: boolean }) {
  const { props } = useAction({ action, disabled });
  return <Button {...props}>Own</Button>;
}

function renderInForm(control: ReactElement) {
  const submit = vi.fn((event: { preventDefault(): void }) => event.preventDefault());
  const { recorded } = renderActions(<form onSubmit={submit}>{control}</form>, { actions: [save] });
  return { submit, recorded };
}

afterEach(async () => {
  await commands.closeOtherPages();
  history.replaceState(null, "", "#");
});

describe("A button in a form", () => {
  it.each([
    ["that runs", <OwnButton key="" action="save" />, 2],
    ["that is disabled", <OwnButton key="" action="save" disabled />, 0],
    ["whose action nobody contributed", <OwnButton key="" action="unknown" />, 0],
  ])("%s submits nothing", async (_what, control, events) => {
    const { submit, recorded } = renderInForm(control);
    const button = page.getByRole("button", { name: "Own" });
    await userEvent.click(button, { force: true });
    button.element().focus();
    await userEvent.keyboard("{Enter}");
    expect(submit).not.toHaveBeenCalled();
    await expect.poll(() => recorded.events).toHaveLength(events);
  });

  it("that is not ours submits it", async () => {
    const { submit } = renderInForm(<button type="submit">Submit</button>);
    await userEvent.click(page.getByRole("button", { name: "Submit" }));
    expect(submit).toHaveBeenCalledTimes(1);
  });
});

it("runs and logs once for a click on its label", async () => {
  const { recorded } = renderActions(
    <label>
      Keep it <OwnButton action="save" />
    </label>,
    { actions: [save] },
  );
  await userEvent.click(page.getByText(/Keep it/), { position: { x: 3, y: 5 } });
  await expect.poll(() => recorded.events).toMatchObject([{ name: "save" }]);
});

it("runs and logs a shortcut once below two providers of one registry", async () => {
  const rendered = renderActions(null, { actions: [save] });
  rendered.render(
    <ActionsProvider registry={rendered.registry}>
      <ActionItem action="save" />
    </ActionsProvider>,
  );
  await userEvent.keyboard("{Alt>}s{/Alt}");
  await expect
    .poll(() => rendered.recorded.events)
    .toMatchObject([{ name: "save", surface: "shortcut" }]);
});

it("opens an alternative link for Control and Enter on a link, and logs its ID once", async () => {
  const { recorded } = renderActions(<ActionItem action="first" alt="second" />, {
    actions: [link("first", openedURL("own")), link("second", openedURL("alt"))],
  });
  await userEvent.tab();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.poll(() => commands.otherPages()).toEqual([openedURL("alt")]);
  await expect
    .poll(() => recorded.events)
    .toEqual([{ name: "second", surface: "page", trigger: "keyboard", alt: true }]);
});

it("leaves a download to the browser where the application routes links", async () => {
  const openURL = vi.fn();
  const prevented: boolean[] = [];
  const note = (event: Event) => {
    prevented.push(event.defaultPrevented);
    event.preventDefault();
  };
  addEventListener("click", note);
  const { recorded, render } = renderActions(<ActionItem action="first" download="a.json" />, {
    actions: [link("first", "#file")],
    openURL,
  });
  await userEvent.click(page.getByRole("link"));
  render(<ActionItem action="first" />);
  await userEvent.click(page.getByRole("link"));
  removeEventListener("click", note);
  expect([prevented, openURL.mock.calls.length]).toEqual([[false, true], 1]);
  expect(recorded.events.map(({ name }) => name)).toEqual(["first", "first"]);
});
