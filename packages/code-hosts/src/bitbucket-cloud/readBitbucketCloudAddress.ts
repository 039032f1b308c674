import { readSegments } from "../url/readSegments.ts";

/** What the address of a page of Bitbucket Cloud says. */
export interface BitbucketCloudAddress {
  /** The name the instance knows the repository by: `bitbucket.org/workspace/name`. */
  readonly repository: string;
  /** What of the repository is shown: `src`, `commits`, `pull-requests`, … */
  readonly page: string | undefined;
  /** What follows, decoded: revisions are one segment, slashes in them are encoded. */
  readonly rest: readonly string[];
}

const name = /^(?!\.{1,2}$)[\w.-]{1,100}$/;
const notWorkspaces = new Set(["account", "dashboard", "product", "blog", "site", "repo"]);

/** Reads the address of a page of Bitbucket Cloud; `undefined` where it is of no repository. */
export function readBitbucketCloudAddress(url: URL): BitbucketCloudAddress | undefined {
  const [workspace = "", repository = "", page, ...rest] = readSegments(url) ?? [];
  if (!name.test(workspace) || notWorkspaces.has(workspace) || !name.test(repository)) {
    return undefined;
  }
  return { repository: `${url.hostname}/${workspace}/${repository}`, page, rest };
}
