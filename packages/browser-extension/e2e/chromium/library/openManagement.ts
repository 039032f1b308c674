import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where Chromium looks for what an administrator prescribes. No switch leads it elsewhere. */
const place = "/etc/chromium";

/** A Chromium that an administrator manages. */
export interface Management {
  /** Starts Chromium with a folder of its own in the place of the machine's. */
  readonly executable: string;
  /** Prescribes something to an extension, by its folder; what was prescribed before is gone. */
  readonly prescribe: (extension: string, items: Readonly<Record<string, unknown>>) => void;
  readonly remove: () => void;
}

/**
 * Why Chromium cannot be managed here; `undefined` if it can: the place is the machine's, and only who
 * may mount there can put something else into it for one process alone.
 */
export function whyUnmanaged(): string | undefined {
  if (!existsSync(place)) return `there is no ${place}`;
  const isAllowed = spawnSync("unshare", ["--mount", "true"]).status === 0;
  return isAllowed ? undefined : "unshare --mount is not allowed";
}

/** Prepares a Chromium that is managed; nobody else's Chromium sees anything of it. */
export function openManagement(): Management {
  const root = mkdtempSync(join(tmpdir(), "extension-policies-"));
  const folder = join(root, "etc");
  cpSync(place, folder, { recursive: true });
  mkdirSync(join(folder, "policies/managed"), { recursive: true });
  const executable = join(root, "chromium");
  const chromium = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
  writeFileSync(
    executable,
    `#!/bin/sh
exec unshare --mount sh -c 'mount --bind "${folder}" ${place} && exec "$@"' sh "${chromium}" "$@"
`,
  );
  chmodSync(executable, 0o755);
  return {
    executable,
    prescribe(extension, items) {
      const policies = { "3rdparty": { extensions: { [idOf(extension)]: items } } };
      writeFileSync(join(folder, "policies/managed/extension.json"), JSON.stringify(policies));
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** The ID that Chromium gives to an extension that it loads from a folder. */
function idOf(folder: string): string {
  const digits = createHash("sha256").update(folder).digest("hex").slice(0, 32);
  return [...digits.matchAll(/./gu)]
    .map(([digit]) => "abcdefghijklmnop"[Number.parseInt(digit, 16)])
    .join("");
}
