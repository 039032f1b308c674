import type { Scenario } from "../Scenario.ts";

export const closeTab: Scenario = {
  id: "close",
  title: "Close the tab in the same task",
  label: "close tab",
  description: "The task that records closes its tab.",
  tabs: 1,
  patienceMs: 3000,
  async disturb(trial) {
    const closed = Promise.all(trial.pages.map((page) => page.waitForEvent("close")));
    await trial.record("close");
    await closed;
  },
};
