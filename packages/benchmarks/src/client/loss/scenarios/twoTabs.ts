import type { Scenario } from "../Scenario.ts";
import { sleep } from "../sleep.ts";

export const twoTabs: Scenario = {
  id: "two-tabs",
  title: "Two tabs while the instance is down, both reopened",
  label: "down, two tabs",
  description:
    "Two tabs record half of the events each while nothing listens on the instance's port; two seconds later the browser quits, the instance is back, and both tabs are opened again.",
  tabs: 2,
  patienceMs: 2000,
  async disturb(trial) {
    await trial.receiver.refuse();
    await trial.record();
    await sleep(2000);
    await trial.profile.stop();
    await trial.receiver.listen();
  },
  recover: (trial) => trial.profile.start(),
};
