import { readSegments } from "../url/readSegments.ts";

/** What the address of a page of GitHub says. */
export interface GitHubAddress {
  /** `owner/name` */
  readonly slug: string;
  /** The name the instance knows the repository by: `host/owner/name`. */
  readonly repository: string;
  /** What of the repository is shown: `blob`, `pull`, `commit`, … */
  readonly page: string | undefined;
  /** What follows: revision and path, or number and tab. */
  readonly rest: string;
}

const ownerName = /^[\w-]{1,100}$/;
const repositoryName = /^(?!\.{1,2}$)[\w.-]{1,100}$/;
const notOwners = new Set(["settings", "orgs", "search", "notifications", "marketplace", "topics"]);

/** Reads the address of a page, or of a link, of GitHub; `undefined` where it is of no repository. */
export function readGitHubAddress(url: URL): GitHubAddress | undefined {
  const [owner = "", name = "", page, ...rest] = readSegments(url) ?? [];
  if (!ownerName.test(owner) || notOwners.has(owner) || !repositoryName.test(name)) {
    return undefined;
  }
  const slug = `${owner}/${name}`;
  const hostname = url.hostname.replace(/^www\./u, "");
  return { slug, repository: `${hostname}/${slug}`, page, rest: rest.join("/") };
}
