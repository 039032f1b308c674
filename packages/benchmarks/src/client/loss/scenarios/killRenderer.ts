import type { Scenario } from "../Scenario.ts";

export const killRenderer: Scenario = {
  id: "kill-renderer",
  title: "Renderer killed at once",
  label: "kill renderer",
  description: "The page's process is killed as soon as the task that records is over.",
  tabs: 1,
  patienceMs: 3000,
  async disturb(trial) {
    const kill = await trial.profile.aimAtRenderers();
    await trial.record();
    kill();
  },
};
