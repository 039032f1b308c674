import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";

/** A language server that has started and answers requests. */
export interface LanguageServerConnection {
  /** Asks the server; rejects when it answers with an error, takes longer than the limit or ends. */
  readonly request: (method: string, parameters: object) => Promise<unknown>;
  /** Tells the server something; never waits. */
  readonly notify: (method: string, parameters: object) => void;
  /** Settles when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends the process. */
  readonly stop: () => void;
}

/** What {@link startLanguageServer} needs. */
export interface LanguageServerOptions {
  readonly program: string;
  readonly arguments: readonly string[];
  /** The repository's folder. */
  readonly root: string;
  /** How long an answer may take, in milliseconds. */
  readonly timeoutMs: number;
}

const clientCapabilities = {
  textDocument: {
    hover: { contentFormat: ["markdown"] },
    definition: { linkSupport: true },
    references: {},
  },
};

/** Starts a language server that speaks over standard input and output, and introduces the repository to it. */
export async function startLanguageServer(
  options: LanguageServerOptions,
): Promise<LanguageServerConnection> {
  const child = spawn(options.program, options.arguments, {
    cwd: options.root,
    stdio: ["pipe", "pipe", "ignore"],
  });
  const ending = Promise.withResolvers<void>();
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const end = () => {
    connection.dispose();
    ending.resolve();
  };
  child.once("error", end);
  child.once("exit", end);
  // A write to a server that has just ended would otherwise be an uncaught error.
  child.stdin.on("error", () => undefined);
  connection.onError(() => undefined);
  connection.onRequest((_method, parameters) => answerServer(parameters));
  connection.listen();

  const stop = () => {
    child.kill("SIGKILL");
  };
  const request = (method: string, parameters: object) =>
    beforeTimeout(connection.sendRequest(method, parameters), options.timeoutMs, ending.promise);
  const notify = (method: string, parameters: object) => {
    connection.sendNotification(method, parameters).catch(() => undefined);
  };
  try {
    const rootUri = pathToFileURL(options.root).href;
    await request("initialize", {
      processId: process.pid,
      rootUri,
      workspaceFolders: [{ uri: rootUri, name: "repository" }],
      capabilities: clientCapabilities,
    });
    notify("initialized", {});
  } catch (error) {
    stop();
    throw error;
  }
  return { request, notify, ended: ending.promise, stop };
}

// The server asks for settings and to be told of changes; it works with its own settings and without being told.
function answerServer(parameters: object | readonly unknown[] | undefined): unknown {
  return parameters !== undefined && "items" in parameters && Array.isArray(parameters.items)
    ? parameters.items.map(() => null)
    : null;
}

async function beforeTimeout(
  answer: Promise<unknown>,
  timeoutMs: number,
  ended: Promise<void>,
): Promise<unknown> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new Error("The language service took too long."));
  }, timeoutMs);
  const stopped = ended.then(() => {
    throw new Error("The language service has ended.");
  });
  try {
    return await Promise.race([answer, promise, stopped]);
  } finally {
    clearTimeout(timer);
  }
}
