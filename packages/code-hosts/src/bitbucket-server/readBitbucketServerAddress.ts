import { readSegments } from "../url/readSegments.ts";

/** What the address of a page of Bitbucket Server says. */
export interface BitbucketServerAddress {
  /** The name the instance knows the repository by: `host/PROJECT/name`, `host/~user/name`. */
  readonly repository: string;
  /** What of the repository is shown: `browse`, `raw`, `diff`, `commits`, `pull-requests`, … */
  readonly page: string | undefined;
  /** What follows. */
  readonly rest: string;
  /** The ref or commit that is shown; `undefined` is the repository's default branch. */
  readonly at: string | undefined;
}

const owners = new Set(["projects", "users"]);

/** Reads the address of a page, or of a link, of Bitbucket Server, at any path; `undefined` where it is of no repository. */
export function readBitbucketServerAddress(url: URL): BitbucketServerAddress | undefined {
  const segments = readSegments(url) ?? [];
  const repos = segments.findIndex(
    (part, index) => part === "repos" && owners.has(segments[index - 2] ?? ""),
  );
  const [kind, owner, , name, page, ...rest] = repos === -1 ? [] : segments.slice(repos - 2);
  if (!owner || !name) return undefined;
  return {
    repository: `${url.hostname}/${kind === "users" ? "~" : ""}${owner}/${name}`,
    page,
    rest: rest.join("/"),
    at: url.searchParams.get("at") ?? url.searchParams.get("until") ?? undefined,
  };
}
