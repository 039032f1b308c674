import type { CodeHost } from "./CodeHost.ts";
import type { CodeHostKind } from "./CodeHostKind.ts";
import { codeHosts } from "./codeHosts.ts";

/**
 * The adapter of a kind of code host.
 *
 * @throws Error for what is no kind.
 */
export function getCodeHost(kind: CodeHostKind): CodeHost {
  const host = codeHosts.find((candidate) => candidate.kind === kind);
  if (host !== undefined) return host;
  throw new Error(
    `@action-telemetry/code-hosts: there is no kind of code host "${String(kind)}". ` +
      "Without an adapter nothing of a page could be read. " +
      "Pass a kind that detectCodeHostKind returned.",
  );
}
