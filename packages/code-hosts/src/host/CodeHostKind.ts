/** The kinds of code host that there is an adapter for. */
export type CodeHostKind =
  | "github"
  | "gitlab"
  | "bitbucket-server"
  | "bitbucket-cloud"
  | "phabricator"
  | "gerrit";
