import { readSegments } from "../url/readSegments.ts";

/** What the address of a change in Gerrit says. */
export interface GerritAddress {
  /** The name the instance knows the repository by: `host/project`. */
  readonly repository: string;
  /** The number of the change. */
  readonly change: number;
  /** The patch set that is shown; `undefined` is the newest. */
  readonly head: number | undefined;
  /** The patch set it is compared with; `undefined` is the commit's parent. */
  readonly base: number | undefined;
  /** The file that is shown, if it is one. */
  readonly path: string | undefined;
}

const patchSets = /^(?:(\d{1,6})\.\.)?(\d{1,6})$/;

/** Reads the address of a change in Gerrit, also below a path; `undefined` elsewhere. */
export function readGerritAddress(url: URL): GerritAddress | undefined {
  const segments = readSegments(url) ?? [];
  const start = segments.indexOf("c");
  const plus = segments.indexOf("+", start);
  const change = Number(segments[plus + 1]);
  if (start === -1 || plus <= start + 1 || !Number.isSafeInteger(change) || change < 1) {
    return undefined;
  }
  const [, base, head] = patchSets.exec(segments[plus + 2] ?? "") ?? [];
  const path = head === undefined ? "" : segments.slice(plus + 3).join("/");
  return {
    repository: `${url.hostname}/${segments.slice(start + 1, plus).join("/")}`,
    change,
    head: head === undefined ? undefined : Number(head),
    base: base === undefined ? undefined : Number(base),
    path: path === "" ? undefined : path,
  };
}
