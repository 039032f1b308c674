import { formatHash, parseHash, type AddressHash } from "./addressHash.ts";

/** A file or folder, in the working tree or at a revision. */
export interface CodePlace {
  /** From the root, with `/` between names; empty for the root itself. */
  readonly path: string;
  /** Absent for the working tree. */
  readonly revision?: string;
}

/** What an address of the application shows. */
export type Route =
  | ({ readonly page: "file" } & CodePlace & AddressHash)
  | ({ readonly page: "folder" } & CodePlace)
  | { readonly page: "telemetry" }
  | { readonly page: "unknown" };

const codePattern = /^(?:\/@(?<revision>[^/]+))?\/-\/(?<kind>blob|tree)\/(?<path>.*)$/u;

/** The address of the page that shows what has been recorded. */
export const telemetryAddress = "/-/telemetry";

/** Reads an address of this origin. */
export function parseRoute(url: URL): Route {
  if (url.pathname === "/") {
    return { page: "folder", path: "" };
  }
  if (url.pathname === telemetryAddress) {
    return { page: "telemetry" };
  }
  const groups = codePattern.exec(url.pathname)?.groups;
  if (groups === undefined) {
    return { page: "unknown" };
  }
  try {
    const place = {
      path: decodeURIComponent(groups["path"] ?? "").replace(/\/+$/u, ""),
      ...(groups["revision"] === undefined
        ? {}
        : { revision: decodeURIComponent(groups["revision"]) }),
    };
    return groups["kind"] === "tree"
      ? { page: "folder", ...place }
      : { page: "file", ...place, ...parseHash(url.hash) };
  } catch {
    return { page: "unknown" };
  }
}

/** The address of a file, relative to the origin. */
export function fileAddress(place: CodePlace, hash: AddressHash = {}): string {
  return `${prefix(place)}/-/blob/${encodePath(place.path)}${formatHash(hash)}`;
}

/** The address of a folder, relative to the origin. */
export function folderAddress(place: CodePlace): string {
  return place.path === "" && place.revision === undefined
    ? "/"
    : `${prefix(place)}/-/tree/${encodePath(place.path)}`;
}

function prefix({ revision }: CodePlace): string {
  return revision === undefined ? "" : `/@${encodeURIComponent(revision)}`;
}

function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
