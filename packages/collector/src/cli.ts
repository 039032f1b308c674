#!/usr/bin/env -S node --max-semi-space-size=8 --heap-growing-percent=150
import process from "node:process";
import { createLog } from "./log/createLog.ts";
import type { Log } from "./log/Log.ts";
import { runMigrateStore } from "./migrate-store/runMigrateStore.ts";
import { readConfiguration } from "./server/readConfiguration.ts";
import { startCollector } from "./server/startCollector.ts";
import { usage } from "./server/usage.ts";
import { describeStoreURL } from "./store/openStore.ts";
import { systemClock } from "./time/Clock.ts";
import { version } from "./instance/version.ts";

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  if (command === "migrate-store") {
    return runMigrateStore(rest, {
      write: (text) => process.stdout.write(text),
      writeError: (text) => process.stderr.write(text),
    });
  }
  if (args.includes("--help") || args.includes("-h")) {
    process.stdout.write(usage);
    return 0;
  }
  if (args.includes("--version")) {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  if (args.length > 0) return fail([`Unknown argument ${JSON.stringify(args[0])}.`]);
  const configuration = readConfiguration(process.env);
  if (!configuration.ok) return fail(configuration.error);
  const log = openLog();
  try {
    const collector = await startCollector(configuration.value, log);
    process.stdout.write(
      [
        `Analytics  ${collector.url}/analytics`,
        `Events     POST ${collector.url}/.api/action-events`,
        `Health     ${collector.url}/healthz`,
        `Database   ${describeStoreURL(configuration.value.databaseURL)}`,
        "Ctrl-C stops.",
        "",
      ].join("\n"),
    );
    await untilStopped(() => collector.stop());
    return 0;
  } catch (error) {
    return fail([error instanceof Error ? error.message : String(error)]);
  }
}

/**
 * The log goes to the error stream, so that the other stays for people. A reader that went away is no reason to stop, and
 * what nobody caught is said without its message.
 */
function openLog(): Log {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  const log = createLog({
    write: (line) => process.stderr.write(line),
    format: process.stderr.isTTY ? "text" : "json",
    clock: systemClock,
  });
  // The HTTP adapter prints what it could not send to the end, whatever that says.
  console.error = (error: unknown) => log.trouble("request", error);
  console.info = () => undefined;
  process.on("uncaughtException", (error) => {
    log.trouble("process", error);
    process.exit(1);
  });
  return log;
}

/** Stops at the first signal, quits at the second. */
function untilStopped(stop: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let isStopping = false;
    const onSignal = () => {
      if (isStopping) process.exit(130);
      isStopping = true;
      process.stdout.write("Finishing what is under way. Ctrl-C again quits at once.\n");
      stop().then(resolve, reject);
    };
    process.on("SIGINT", onSignal);
    process.on("SIGTERM", onSignal);
  });
}

function fail(problems: readonly string[]): number {
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.stderr.write("See --help.\n");
  return 1;
}
