import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const handOver = fileURLToPath(new URL("handOver.mjs", import.meta.url));

/** Starts a process that hands over to the given program, and waits until that says it is ready. */
async function start(program: string) {
  const wrapper = `
    import { handOver } from ${JSON.stringify(handOver)};
    process.exitCode = await handOver(process.execPath, ["-e", ${JSON.stringify(program)}], { env: process.env });
  `;
  const child = spawn(process.execPath, ["--input-type=module", "-e", wrapper], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const ready = new Promise<void>((resolve) => {
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes("ready")) resolve();
    });
  });
  await Promise.race([ready, ended]);
  return { child, ended, output: () => output };
}

const untilSignal = (onSignal: string) =>
  `setInterval(() => {}, 1000); process.on("SIGINT", () => { ${onSignal} }); console.log("ready");`;

test("the exit code is that of the command", async () => {
  const { ended } = await start("process.exit(7)");
  expect(await ended).toBe(7);
});

test("a signal reaches the command, which ends as it likes", async () => {
  const { child, ended } = await start(untilSignal("process.exit(3)"));
  child.kill("SIGINT");
  expect(await ended).toBe(3);
});

test("one Ctrl-C that arrives twice reaches the command once", async () => {
  const counting = 'console.log("signal"); setTimeout(() => process.exit(0), 200);';
  const { child, ended, output } = await start(untilSignal(counting));
  child.kill("SIGINT");
  child.kill("SIGINT");
  expect(await ended).toBe(0);
  expect(output().match(/signal/gu)).toHaveLength(1);
});

test("a command that a signal ends gives the code a shell would give", async () => {
  const { child, ended } = await start('setInterval(() => {}, 1000); console.log("ready");');
  child.kill("SIGTERM");
  expect(await ended).toBe(143);
});
