import { readSegments } from "../url/readSegments.ts";

/** What an address of Diffusion, Phabricator's browser of repositories, says. */
export interface PhabricatorAddress {
  /** The host with the repository's own address: `host/source/name`, or `host/diffusion/CALLSIGN`. */
  readonly repository: string;
  /** What of the repository is shown: `browse`, `history`, `commit`, … */
  readonly page: string | undefined;
  readonly branch?: string;
  readonly path?: string;
  readonly commit?: string;
}

// /rCALLSIGN<commit> and /R12:<commit>
const shortCommit = /^\/(?:r([A-Z]{1,32})|(R\d+):)([0-9a-f]{7,64})\/?$/;
const browsed = /^([^/;$]+)\/([^;$]+?)(?:;([0-9a-f]{40}|[0-9a-f]{64}))?(?:\$[\d,-]+)?$/;

/** Reads the address of a page, or of a link, of Diffusion; `undefined` where it is of no repository. */
export function readPhabricatorAddress(url: URL): PhabricatorAddress | undefined {
  const short = shortCommit.exec(url.pathname);
  if (short !== null) {
    const [, callsign, number = "", commit = ""] = short;
    const repository = `${url.hostname}/diffusion/${callsign ?? number.slice(1)}`;
    return { repository, page: "commit", commit };
  }
  const [application = "", name = "", page, ...rest] = readSegments(url) ?? [];
  if (!["source", "diffusion"].includes(application) || !/^[\w.-]+$/u.test(name)) return undefined;
  const repository = `${url.hostname}/${application}/${name}`;
  const [, branch, path, commit] = browsed.exec(rest.join("/")) ?? [];
  if (page !== "browse" || branch === undefined || path === undefined) return { repository, page };
  return { repository, page, branch: decodeTwice(branch), path, ...(commit && { commit }) };
}

// Slashes in the names of branches are encoded twice.
function decodeTwice(branch: string): string {
  try {
    return decodeURIComponent(branch);
  } catch {
    return branch;
  }
}
