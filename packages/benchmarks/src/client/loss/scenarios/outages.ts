import type { Scenario } from "../Scenario.ts";
import { sleep } from "../sleep.ts";

const outageMs = 30_000;
/** Clients wait longer from attempt to attempt: this is what they get after the outage. */
const patienceMs = 60_000;

export const outage503: Scenario = {
  id: "outage-503",
  title: "Instance answers 503 for 30 s, the page stays",
  label: "503 for 30 s",
  description: "The instance answers every request with 503 for 30 s, then is well for 60 s.",
  tabs: 1,
  patienceMs,
  async disturb(trial) {
    trial.receiver.health = "failing";
    await trial.record();
    await sleep(outageMs);
    trial.receiver.health = "well";
  },
};

export const outageRefused: Scenario = {
  id: "outage-refused",
  title: "Instance refuses connections for 30 s, the page stays",
  label: "refused for 30 s",
  description: "Nothing listens on the instance's port for 30 s, then it is well for 60 s.",
  tabs: 1,
  patienceMs,
  async disturb(trial) {
    await trial.receiver.refuse();
    await trial.record();
    await sleep(outageMs);
    await trial.receiver.listen();
  },
};
