import type { Scenario } from "../Scenario.ts";

/** A task that records a thousand events with a slow client takes seconds. */
const closingLimitMs = 120_000;

export const closeTab: Scenario = {
  id: "close",
  title: "Close the tab in the same task",
  label: "close tab",
  description: "The task that records closes its tab.",
  tabs: 1,
  patienceMs: 3000,
  async disturb(trial) {
    const closed = trial.pages.map((page) =>
      page.waitForEvent("close", { timeout: closingLimitMs }),
    );
    await Promise.all([...closed, trial.record("close")]);
  },
};
