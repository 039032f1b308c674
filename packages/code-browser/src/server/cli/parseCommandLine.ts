import { parseArgs } from "node:util";
import { isLoopback } from "../security/guardHost.ts";

/** What the person asked for on the command line. */
export interface CommandLine {
  /** The folder to open; absent for this project's own. */
  readonly folder?: string;
  readonly port: number;
  readonly host: string;
  /** The folder of the instance's database; absent for the default. */
  readonly dataFolder?: string;
  /** Files or folders of extension manifests. */
  readonly extensions: readonly string[];
  readonly help: boolean;
}

/** A command line that was understood, or a sentence that says what was not. */
export type ParsedCommandLine =
  | { readonly ok: true; readonly value: CommandLine }
  | { readonly ok: false; readonly message: string };

const maxPort = 65_535;

/** Reads the arguments behind the program's name. */
export function parseCommandLine(words: readonly string[]): ParsedCommandLine {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        port: { type: "string", default: "3080" },
        host: { type: "string", default: "127.0.0.1" },
        "data-dir": { type: "string" },
        extension: { type: "string", multiple: true, default: [] },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    const [what = ""] = (error instanceof Error ? error.message : String(error)).split(". To ");
    return { ok: false, message: what.endsWith(".") ? what : `${what}.` };
  }
  const { values, positionals } = parsed;
  const [folder, ...rest] = positionals;
  if (rest.length > 0) {
    return { ok: false, message: "One folder can be opened at a time." };
  }
  const port = Number(values.port);
  if (!/^\d{1,5}$/u.test(values.port) || port > maxPort) {
    return { ok: false, message: `--port needs a number from 0 to ${maxPort}.` };
  }
  if (!isLoopback(values.host)) {
    return {
      ok: false,
      message:
        "--host needs an address of this machine alone: 127.0.0.1, ::1 or localhost. " +
        "Nobody signs in, so whoever reached another one could read the repository.",
    };
  }
  const dataFolder = values["data-dir"];
  return {
    ok: true,
    value: {
      port,
      host: values.host,
      extensions: values.extension,
      help: values.help,
      ...(folder === undefined ? {} : { folder }),
      ...(dataFolder === undefined ? {} : { dataFolder }),
    },
  };
}
