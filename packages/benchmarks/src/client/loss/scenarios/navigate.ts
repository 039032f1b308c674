import type { Scenario } from "../Scenario.ts";

export const navigate: Scenario = {
  id: "navigate",
  title: "Navigate in the same task",
  label: "navigate",
  description: "The task that records goes on to another site.",
  tabs: 1,
  patienceMs: 3000,
  disturb: (trial) => trial.record({ navigateTo: trial.elsewhere }),
};
