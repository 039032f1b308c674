import { parseCommandLine } from "./cli/parseCommandLine.ts";
import { usage } from "./cli/usage.ts";
import { startCodeBrowser } from "./startCodeBrowser.ts";

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const complain = (line: string): void => {
  process.stderr.write(`${line}\n`);
  process.exitCode = 1;
};

async function main(): Promise<void> {
  const parsed = parseCommandLine(process.argv.slice(2));
  if (!parsed.ok) {
    complain(`${parsed.message}\n\n${usage}`);
    return;
  }
  if (parsed.value.help) {
    say(usage);
    return;
  }
  const started = await startCodeBrowser(parsed.value, say);
  if (!started.ok) {
    complain(started.error.message);
    return;
  }
  const running = started.value;
  if (running.port !== parsed.value.port && parsed.value.port !== 0) {
    say(`Port ${parsed.value.port} is taken; this is on port ${running.port}.`);
  }
  if (running.withoutHistory !== undefined) {
    say(running.withoutHistory);
  }
  say(`${running.repository} is open:`);
  say(`  code       ${running.url}`);
  say(`  analytics  ${running.url}analytics`);
  say(`  data       ${running.dataFolder}`);
  closeOnSignal(running.close);
  say("Ctrl-C stops it.");
}

function closeOnSignal(close: () => Promise<void>): void {
  let closing = false;
  const onSignal = () => {
    if (closing) {
      // Asked twice: the person does not want to wait.
      process.exit(130);
    }
    closing = true;
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
}

try {
  await main();
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
}
