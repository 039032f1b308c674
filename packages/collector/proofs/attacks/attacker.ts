import { constants, setPriority } from "node:os";
import process from "node:process";
import { attacks } from "./attacks.ts";

/**
 * Attacks an address until it is told to end, and says then how much it sent. Attackers have machines of their own; this
 * one takes what others leave of the processor that it shares with the collector.
 */
setPriority(constants.priority.PRIORITY_LOW);
const [name = "", url = ""] = process.argv.slice(2);
const ending = new AbortController();
process.once("message", () => ending.abort());
process.send?.(0);
const sent = (await attacks[name]?.run(url, ending.signal)) ?? 0;
process.send?.(sent, () => process.exit());
