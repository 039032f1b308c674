import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startCollectorProcess } from "../testing/startProcess.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "collector-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Whether somebody listens, by the code of what went wrong. */
function knock(port: number, host: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    socket.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.name));
    socket.on("connect", () => {
      socket.destroy();
      resolve("open");
    });
  });
}

/** Where a collector listens that is started so: at its own address, and at another one of this machine. */
async function addressesOf(environment: Readonly<Record<string, string>>) {
  const collector = await startCollectorProcess({ DATA_DIR: folder, ...environment });
  const port = Number(new URL(collector.url).port);
  const outcomes = [await knock(port, "127.0.0.1"), await knock(port, "127.0.0.2")];
  collector.child.kill("SIGTERM");
  await collector.ended;
  return outcomes;
}

it.runIf(process.platform === "linux")(
  "A collector that nobody tells where to listen can be reached at 127.0.0.1 and nowhere else",
  async () => {
    expect(await addressesOf({})).toEqual(["open", "ECONNREFUSED"]);
    const everywhere = { HOST: "0.0.0.0", ADMIN_TOKEN: "a-token-of-the-administrator" };
    expect(await addressesOf(everywhere)).toEqual(["open", "open"]);
  },
);
