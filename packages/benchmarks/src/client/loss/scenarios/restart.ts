import type { Scenario } from "../Scenario.ts";
import { sleep } from "../sleep.ts";

export const restart: Scenario = {
  id: "restart",
  title: "Instance down, navigate, browser closed, instance back, reopened",
  label: "down, restart",
  description:
    "Nothing listens on the instance's port while the task that records goes on to another site; a second later the browser quits, and the instance is back.",
  tabs: 1,
  patienceMs: 2000,
  async disturb(trial) {
    await trial.receiver.refuse();
    await trial.record({ navigateTo: trial.elsewhere });
    await sleep(1000);
    await trial.profile.stop();
    await trial.receiver.listen();
  },
  recover: (trial) => trial.profile.start(),
};
