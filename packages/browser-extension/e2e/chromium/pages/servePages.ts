import type { Handle } from "../library/startHosts.ts";
import { bitbucketCloudFile, bitbucketServerFile } from "./bitbucket.ts";
import { commit } from "./code.ts";
import { gerritFile } from "./gerrit.ts";
import { gitHubEnterpriseFile, gitHubFile, gitHubPullRequest } from "./gitHub.ts";
import { gitLabFile } from "./gitLab.ts";
import { phabricatorFile } from "./phabricator.ts";

/** A page of the file on one code host: where it is, and what it is there. */
export interface FilePage {
  readonly host: string;
  readonly address: string;
  /** The name the instance knows the repository by. */
  readonly repository: string;
  /** What the link "View file" or "View diff" says of the revision. */
  readonly link: string;
  readonly html: string;
}

/** A page of the same file on each code host. */
export const filePages = {
  GitHub: {
    host: "github.com",
    address: "https://github.com/octo/sum/blob/main/src/sum.ts",
    repository: "github.com/octo/sum",
    link: "@main/-/blob/src/sum.ts",
    html: gitHubFile(),
  },
  "GitHub Enterprise": {
    host: "code.example",
    address: "https://code.example/octo/sum/blob/main/src/sum.ts",
    repository: "code.example/octo/sum",
    link: "@main/-/blob/src/sum.ts",
    html: gitHubEnterpriseFile(),
  },
  GitLab: {
    host: "gitlab.com",
    address: "https://gitlab.com/group/sum/-/blob/main/src/sum.ts",
    repository: "gitlab.com/group/sum",
    link: "@main/-/blob/src/sum.ts",
    html: gitLabFile(),
  },
  "Bitbucket Cloud": {
    host: "bitbucket.org",
    address: `https://bitbucket.org/team/sum/src/${commit}/src/sum.ts`,
    repository: "bitbucket.org/team/sum",
    link: `@${commit}/-/blob/src/sum.ts`,
    html: bitbucketCloudFile(),
  },
  "Bitbucket Server": {
    host: "bitbucket.example",
    address: "https://bitbucket.example/projects/P/repos/sum/browse/src/sum.ts",
    repository: "bitbucket.example/P/sum",
    link: "@main/-/blob/src/sum.ts",
    html: bitbucketServerFile(),
  },
  Phabricator: {
    host: "phabricator.example",
    address: "https://phabricator.example/source/sum/browse/main/src/sum.ts",
    repository: "phabricator.example/source/sum",
    link: "@main/-/blob/src/sum.ts",
    html: phabricatorFile(),
  },
  Gerrit: {
    host: "gerrit.example",
    address: "https://gerrit.example/c/sum/+/12345/2/src/sum.ts",
    repository: "gerrit.example/sum",
    link: "/-/compare/refs/changes/45/12345/2%5E...refs/changes/45/12345/2",
    html: gerritFile(),
  },
} satisfies Readonly<Record<string, FilePage>>;

/** The page of a pull request on GitHub. */
export const pullRequest = "https://github.com/octo/sum/pull/7/files";

/** The page of the file in a repository on GitHub that only some may see, as the page itself says. */
export const privateFile = "https://github.com/octo/secret/blob/main/src/sum.ts";

/** Serves all of them, by path where a host has several. */
export function servePages(): Readonly<Record<string, Handle>> {
  const pages = new Map<string, string>(
    Object.values(filePages).map(({ address, html }) => [address, html]),
  );
  pages.set(pullRequest, gitHubPullRequest("src/sum.ts", "src/other.ts"));
  const secret = { ownerLogin: "octo", name: "secret", private: true, public: false };
  pages.set(
    privateFile,
    gitHubFile("src/sum.ts", secret).replaceAll("/octo/sum/", "/octo/secret/"),
  );
  const serve: Handle = (request, response) => {
    const html = pages.get(`https://${request.headers.host ?? ""}${request.url ?? ""}`);
    response.writeHead(html === undefined ? 404 : 200, { "content-type": "text/html" });
    response.end(html);
  };
  return Object.fromEntries(Object.values(filePages).map(({ host }) => [host, serve]));
}
