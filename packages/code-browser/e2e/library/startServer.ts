import { join } from "node:path";
import { startProcess, type RunningProcess } from "./startProcess.ts";

/** The server process under test. */
export interface RunningServer extends RunningProcess {
  /** The address of the page, with a slash at its end. */
  readonly url: string;
}

const packageFolder = join(import.meta.dirname, "../..");
const address = /code +(http:\S+)/u;

/** Starts the application the way `npm start` does, on a port that the system chooses. */
export async function startServer(words: readonly string[]): Promise<RunningServer> {
  const running = await startProcess(
    join(packageFolder, "src/server/main.ts"),
    ["--port", "0", ...words],
    {},
    (stdout) => address.test(stdout) && stdout.includes("Ctrl-C"),
  );
  return { ...running, url: address.exec(running.stdout())?.[1] ?? "" };
}
