import { parentPort, workerData } from "node:worker_threads";
import { attacks } from "./attacks.ts";

const { name, url } = workerData as { readonly name: string; readonly url: string };
const ending = new AbortController();
parentPort?.once("message", () => ending.abort());
await attacks[name]?.(url, ending.signal);
