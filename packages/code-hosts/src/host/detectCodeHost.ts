import type { CodeHost } from "./CodeHost.ts";
import type { CodeHostPage } from "./CodeHostPage.ts";
import { detectCodeHostKind } from "./detectCodeHostKind.ts";
import { getCodeHost } from "./getCodeHost.ts";

/**
 * The code host that a page belongs to, or `undefined`. Public hosts are compared by their exact
 * names, so `github.com.evil.example` is none. On other hosts several marks of the page have to
 * agree, and a page that more than one adapter claims belongs to none.
 *
 * Marks can be forged by any page: run this only on origins that the person has allowed.
 *
 * @example
 * ```ts
 * const host = detectCodeHost({ document, url: new URL(location.href) });
 * ```
 */
export function detectCodeHost(page: CodeHostPage): CodeHost | undefined {
  const kind = detectCodeHostKind(page);
  return kind === undefined ? undefined : getCodeHost(kind);
}
