import { createActionRegistry, defineAction } from "@action-telemetry/actions";
import { ActionsProvider, useAction } from "@action-telemetry/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn } from "storybook/test";
import { useState } from "react";

const run = fn();
const save = defineAction({ id: "file.save", title: "Save", run });

function SaveButton() {
  const { props } = useAction({ action: save, surface: "page" });
  return (
    <button type="button" {...props}>
      Save
    </button>
  );
}

function Application() {
  const [registry] = useState(() => createActionRegistry());
  return (
    <ActionsProvider registry={registry}>
      <SaveButton />
    </ActionsProvider>
  );
}

const meta = { title: "Recipes/Your own button", component: Application } satisfies Meta<
  typeof Application
>;

export default meta;

/** A plain button of an application becomes an action with `useAction`. */
export const YourOwnButton: StoryObj<typeof meta> = {
  play: async ({ canvas, userEvent, telemetry }) => {
    await userEvent.click(canvas.getByRole("button", { name: "Save" }));
    await expect(run).toHaveBeenCalledOnce();
    await expect(telemetry.events).toEqual([
      // A play function clicks by script, and the log says so.
      { name: "file.save", surface: "page", trigger: "api", trusted: false },
    ]);
  },
};
