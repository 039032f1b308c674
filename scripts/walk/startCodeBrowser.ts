import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** The code browser, running. */
export interface RunningCodeBrowser {
  /** Its address, with a slash at the end. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const root = join(import.meta.dirname, "../..");

/** Starts the code browser over this repository, with a database of its own. */
export async function startCodeBrowser(dataFolder: string): Promise<RunningCodeBrowser> {
  const main = join(root, "packages/code-browser/src/server/main.ts");
  const words = [root, "--port", "0", "--data-dir", dataFolder];
  const child = spawn(process.execPath, ["--conditions=@action-telemetry/source", main, ...words], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const address = new Promise<string>((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (data: Buffer) => {
      said += data.toString();
      const found = /code +(http:\S+)/u.exec(said)?.[1];
      if (found !== undefined && said.includes("Ctrl-C")) resolve(found);
    });
    child.once("exit", () => reject(new Error(`The code browser ended: ${said}`)));
  });
  return {
    url: await address,
    async stop() {
      const exit = once(child, "exit");
      child.kill("SIGINT");
      await exit;
    },
  };
}
