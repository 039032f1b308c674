import type { Scenario } from "../Scenario.ts";
import { sleep } from "../sleep.ts";

export const killBrowser: Scenario = {
  id: "kill-browser",
  title: "Browser killed after 50 ms",
  label: "kill browser",
  description: "All processes of the browser are killed 50 ms after the task that records.",
  tabs: 1,
  patienceMs: 2000,
  async disturb(trial) {
    await trial.record();
    await sleep(50);
    await trial.profile.killBrowser();
  },
  recover: (trial) => trial.profile.start(),
};
