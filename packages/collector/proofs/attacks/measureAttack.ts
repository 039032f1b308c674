import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { attacks } from "./attacks.ts";
import { type Condition, summarize, type Turn } from "./Condition.ts";
import { HealthyClients } from "./HealthyClients.ts";
import { readUse } from "./readUse.ts";

/** How often rest, control and attack take turns: what else the machine does changes. */
const turnCount = 5;

/** How long an attack has been going on when measuring begins. */
const aheadSeconds = 1.5;

/** What of its rate an attacker has to reach. It begins late, and is the first to wait where the machine is busy. */
const leastStrength = 0.7;

/** An attack, measured. */
export interface MeasuredAttack {
  readonly rest: Condition;
  /** The same attack at the same rate, on a process that only swallows: what the attacker itself takes of the machine. */
  readonly beside: Condition;
  readonly attacked: Condition;
  /** Requests, or connections, a second that the collector was sent. */
  readonly rate: number;
  /** Whether the attacker was as strong as it is meant to be where nobody held it off. */
  readonly isStrong: boolean;
}

/** Measures each condition for so many seconds, in turns. */
export async function measureAttack(
  name: string,
  url: string,
  token: string,
  seconds: number,
): Promise<MeasuredAttack> {
  const swallower = fork(new URL("swallower.ts", import.meta.url));
  const [elsewhere] = (await once(swallower, "message")) as [string];
  const clients = new HealthyClients(url);
  const rest: Turn[] = [];
  const beside: Turn[] = [];
  const attacked: Turn[] = [];
  let [sent, sentBeside] = [0, 0];
  const measure = async (): Promise<Turn> => {
    const { longestHold: firstHold } = await readUse(url, token);
    const begun = await readUse(url, token);
    const start = performance.now();
    const waits = await clients.send(seconds / turnCount);
    const ended = await readUse(url, token);
    const processor = (1000 * (ended.seconds - begun.seconds)) / (performance.now() - start);
    return { ...waits, processor, firstHold, longestHold: ended.longestHold };
  };
  await clients.send(1);
  await readUse(url, token);
  for (let turn = 0; turn < turnCount; turn += 1) {
    rest.push(await measure());
    sentBeside += await during(name, elsewhere, async () => void beside.push(await measure()));
    sent += await during(name, url, async () => void attacked.push(await measure()));
  }
  swallower.disconnect();
  const passed = seconds + turnCount * aheadSeconds;
  return {
    rest: summarize(rest),
    beside: summarize(beside),
    attacked: summarize(attacked),
    rate: sent / passed,
    isStrong: sentBeside / passed >= leastStrength * (attacks[name]?.perSecond ?? 0),
  };
}

/** Does something while an attacker is at work, from a while after it began. Resolves to how much the attacker sent. */
async function during(name: string, url: string, act: () => Promise<void>): Promise<number> {
  const attacker: ChildProcess = fork(new URL("attacker.ts", import.meta.url), [name, url]);
  await once(attacker, "message");
  await wait(aheadSeconds * 1000);
  await act();
  const told = once(attacker, "message") as Promise<[number]>;
  attacker.send("end");
  const [sent] = await told;
  attacker.kill();
  // Buckets fill again, and sockets are found closed.
  await wait(1500);
  return sent;
}
