import { readFileSync } from "node:fs";

/** The flags that a command starts Node with: those of its first line, as the operating system reads them. */
export function commandFlags(file: string): readonly string[] {
  const [first = ""] = readFileSync(file, "utf8").split("\n", 1);
  const flags = /^#!\/usr\/bin\/env -S node(.*)$/u.exec(first)?.[1];
  if (flags === undefined) {
    throw new Error(
      `@action-telemetry/collector: ${file} does not begin as a command of Node does, so that nobody knows which flags it runs with; begin it with "#!/usr/bin/env -S node".`,
    );
  }
  return flags.split(" ").filter(Boolean);
}
