import type { ApplicationAction } from "@action-telemetry/actions";
import { useState, type ReactElement } from "react";
import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { ActionItem } from "../action-item/ActionItem.tsx";
import { ActionContextMenu } from "../menu/ActionContextMenu.tsx";
import { ActionMenu } from "../menu/ActionMenu.tsx";
import { ActionSplitButton } from "../menu/ActionSplitButton.tsx";
import { useAction } from "../use-action/useAction.ts";
import { describeActionConformance, type WrapElement } from "./describeActionConformance.tsx";

interface ControlProps {
  readonly action: ApplicationAction;
  readonly wrap: WrapElement;
}

function OwnButton({ action, wrap }: ControlProps): ReactElement {
  const { props } = useAction({ action });
  return wrap(
    <button type="button" {...props}>
      Own button
    </button>,
  );
}

function OwnDiv({ action, wrap }: ControlProps): ReactElement {
  const { props } = useAction({ action, native: false });
  return wrap(<div {...props}>Own element</div>);
}

/** A component that renders again with every click, as application code does. */
function Rerendering({ action, wrap }: ControlProps): ReactElement {
  const [clicks, setClicks] = useState(0);
  return (
    <div role="presentation" onClickCapture={() => setClicks(clicks + 1)}>
      {wrap(<ActionItem action={action}>Clicked {clicks} times</ActionItem>)}
    </div>
  );
}

// A control that is busy is disabled to Playwright, which would wait for it.
const click = (element: HTMLElement) => userEvent.click(element, { force: true });
const tools = { describe, it, expect, click };

describeActionConformance("<ActionItem />", {
  ...tools,
  render: (action, wrap) => wrap(<ActionItem action={action} />),
});
describeActionConformance("A button of an application's own", {
  ...tools,
  render: (action, wrap) => <OwnButton action={action} wrap={wrap} />,
});
describeActionConformance("An element that is no button", {
  ...tools,
  render: (action, wrap) => <OwnDiv action={action} wrap={wrap} />,
});
describeActionConformance("An item whose parent renders with every click", {
  ...tools,
  render: (action, wrap) => <Rerendering action={action} wrap={wrap} />,
});

/** Chooses the action in the menu that is open, or that `open` opens. */
async function choose(open: () => Promise<void>) {
  const item = () => document.querySelector<HTMLElement>("[role=menu]:popover-open [data-action]");
  if (item() === null) await open();
  await expect.poll(item).not.toBe(null);
  const found = item();
  if (found !== null) await click(found);
}
const openMenu = () => userEvent.click(page.getByRole("button", { name: "Menu" }), { force: true });

describeActionConformance("The item of a menu", {
  ...tools,
  render: (action, wrap) => wrap(<ActionMenu label="Menu" items={[{ action }]} defaultOpen />),
  click: () => choose(openMenu),
});
describeActionConformance("The button of a split button", {
  ...tools,
  render: (action, wrap) => wrap(<ActionSplitButton label="Menu" action={action} />),
});
describeActionConformance("The item of a context menu", {
  ...tools,
  render: (action, wrap) => (
    <>
      {wrap(
        <ActionContextMenu label="Menu" items={[{ action }]}>
          <p data-action={action.id}>Area</p>
        </ActionContextMenu>,
      )}
    </>
  ),
  click: (element) => choose(() => userEvent.click(element, { button: "right", force: true })),
});

describe("The conformance suite", () => {
  it("fails a component that does not run the action through useAction", async () => {
    const failures: string[] = [];
    const bodies: (() => Promise<void>)[] = [];
    describeActionConformance("<Deaf />", {
      describe: (_name, body) => body(),
      it: (_name, body) => void bodies.push(body),
      expect,
      render: (action) => <button type="button" data-action={action.id} />,
    });
    for (const body of bodies) await body().catch((error: Error) => failures.push(error.message));
    expect(bodies.length).toBeGreaterThan(10);
    expect(failures).toHaveLength(bodies.length);
  });
});
