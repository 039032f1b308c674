import { readSegments } from "../url/readSegments.ts";

/** What the address of a page of GitLab says. */
export interface GitLabAddress {
  /** The project with its groups: `group/subgroup/project`. */
  readonly project: string;
  /** The name the instance knows the repository by: `host/group/subgroup/project`. */
  readonly repository: string;
  /** What of the project is shown: `blob`, `tree`, `commit`, `merge_requests`, … */
  readonly page: string | undefined;
  /** What follows. */
  readonly rest: string;
}

// Before version 12 there was no `-` between a project and its pages. Groups cannot have these names.
const pages = new Set([
  "blob",
  "blame",
  "raw",
  "edit",
  "tree",
  "commit",
  "commits",
  "compare",
  "merge_requests",
  "find_file",
]);
const notGroups = new Set([
  "-",
  "explore",
  "dashboard",
  "help",
  "users",
  "admin",
  "profile",
  "search",
  "groups",
  "projects",
]);
const name = /^[\p{L}\p{N}_][\p{L}\p{N}\p{Emoji}_.+ -]*$/u;

/**
 * Reads the address of a page, or of a link, of GitLab; `undefined` where it is of no project.
 *
 * @param root the path GitLab is installed below, such as `/gitlab`; by default none
 */
export function readGitLabAddress(url: URL, root = ""): GitLabAddress | undefined {
  const base = root.replace(/^\/|\/$/gu, "");
  const all = readSegments(url);
  if (all === undefined || (base !== "" && !`${all.join("/")}/`.startsWith(`${base}/`)))
    return undefined;
  const segments = base === "" ? all : all.slice(base.split("/").length);
  const dash = segments.indexOf("-", 2);
  const end =
    dash === -1 ? segments.findIndex((part, index) => index >= 2 && pages.has(part)) : dash;
  const names = end === -1 ? segments : segments.slice(0, end);
  if (names.length < 2 || notGroups.has(names[0] ?? "") || !names.every((part) => name.test(part)))
    return undefined;
  const [page, ...rest] = end === -1 ? [] : segments.slice(dash === -1 ? end : end + 1);
  const project = names.join("/");
  return { project, repository: `${url.hostname}/${project}`, page, rest: rest.join("/") };
}
