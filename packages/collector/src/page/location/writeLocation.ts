import { writeQuery } from "../../query/writeQuery.ts";
import { writeLook } from "./Look.ts";
import type { PageLocation, View } from "./PageLocation.ts";
import { pageRoot } from "./readLocation.ts";

/** The address of a location, from the root of the instance on: `readLocation` reads the same from it. */
export function writeLocation({ view, query, look }: PageLocation): string {
  const parameters = writeQuery(query);
  writeLook(look, parameters);
  return `${pageRoot}${pathOf(view)}${parameters.size === 0 ? "" : `?${parameters}`}`;
}

function pathOf(view: View): string {
  switch (view.name) {
    case "overview":
      return "";
    case "action":
      return `/actions/${encodeURIComponent(view.id)}`;
    case "live":
    case "instance":
      return `/${view.name}`;
  }
}
