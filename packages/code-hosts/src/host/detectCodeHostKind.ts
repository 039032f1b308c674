import { isBitbucketCloud } from "../bitbucket-cloud/isBitbucketCloud.ts";
import { isBitbucketServer } from "../bitbucket-server/isBitbucketServer.ts";
import { isGerrit } from "../gerrit/isGerrit.ts";
import { isGitHub } from "../github/isGitHub.ts";
import { isGitLab } from "../gitlab/isGitLab.ts";
import { isPhabricator } from "../phabricator/isPhabricator.ts";
import type { CodeHostKind } from "./CodeHostKind.ts";
import type { CodeHostPage } from "./CodeHostPage.ts";

const recognizers: Readonly<Record<CodeHostKind, (page: CodeHostPage) => boolean>> = {
  github: isGitHub,
  gitlab: isGitLab,
  "bitbucket-server": isBitbucketServer,
  "bitbucket-cloud": isBitbucketCloud,
  phabricator: isPhabricator,
  gerrit: isGerrit,
};

/**
 * The kind of code host that a page belongs to, or `undefined`: as `detectCodeHost`, and without any
 * of the adapters, for scripts that look at many pages of which few belong to a code host. Nothing
 * throws, whatever the page contains.
 *
 * @example
 * ```ts
 * const kind = detectCodeHostKind({ document, url: new URL(location.href) });
 * if (kind !== undefined) watchCodeViews(document, getCodeHost(kind), options);
 * ```
 */
export function detectCodeHostKind(page: CodeHostPage): CodeHostKind | undefined {
  const [kind, ...others] = (Object.keys(recognizers) as CodeHostKind[]).filter((candidate) =>
    recognizers[candidate](page),
  );
  return others.length === 0 ? kind : undefined;
}
