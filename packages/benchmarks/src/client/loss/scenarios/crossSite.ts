import type { Scenario } from "../Scenario.ts";

export const crossSite: Scenario = {
  id: "cross-site",
  title: "Navigate in the same task, cross-site instance",
  label: "navigate, cross-site",
  description: "The same, with an instance on another site than the page.",
  tabs: 1,
  isCrossSite: true,
  patienceMs: 3000,
  disturb: (trial) => trial.record({ navigateTo: trial.elsewhere }),
};
