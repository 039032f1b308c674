import { isActionId } from "@action-telemetry/event-schema";
import { parseQuery } from "../../query/parseQuery.ts";
import type { PageLocation, View } from "./PageLocation.ts";
import { readLook } from "./Look.ts";

/** Where the page lives. */
export const pageRoot = "/analytics";

/** A location, and in sentences what of the address could not be read. */
export interface ReadLocation {
  readonly location: PageLocation;
  readonly problems: readonly string[];
}

/** Reads the page's address. What is malformed is mended, and told. */
export function readLocation({ pathname, searchParams }: URL): ReadLocation {
  const view = readView(pathname.slice(pageRoot.length).replace(/\/$/u, ""));
  const { query, problems } = parseQuery(searchParams);
  return {
    location: { view: view ?? { name: "overview" }, query, look: readLook(searchParams) },
    problems: view === undefined ? ["There is no such page.", ...problems] : problems,
  };
}

function readView(path: string): View | undefined {
  if (path === "") return { name: "overview" };
  if (path === "/live" || path === "/instance")
    return { name: path === "/live" ? "live" : "instance" };
  const encoded = /^\/actions\/([^/]+)$/u.exec(path)?.[1];
  if (encoded === undefined) return undefined;
  try {
    const id = decodeURIComponent(encoded);
    return isActionId(id) ? { name: "action", id } : undefined;
  } catch {
    return undefined;
  }
}
