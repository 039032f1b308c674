import { isAbsolute, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { CodeLocation, LocationsAnswer } from "../../api/LocationsAnswer.ts";
import { checkPath } from "../repository/checkPath.ts";
import { decodeText } from "../repository/decodeText.ts";
import { readBytes } from "../repository/readBytes.ts";
import type { Repository } from "../repository/Repository.ts";
import type { ServerLocation } from "./parseLocations.ts";

const maxLocations = 1000;
const maxLineLength = 400;
const maxFileBytes = 4 * 1024 * 1024;

/** Turns a server's places into places of the repository, each with its line; others are only counted. */
export async function describeLocations(
  repository: Repository,
  locations: readonly ServerLocation[],
): Promise<LocationsAnswer> {
  const byPath = new Map<string, ServerLocation[]>();
  let inside = 0;
  for (const location of locations) {
    const path = pathInside(repository.root, location.uri);
    if (path !== undefined) {
      inside += 1;
      if (inside <= maxLocations) {
        byPath.set(path, [...(byPath.get(path) ?? []), location]);
      }
    }
  }
  const described: CodeLocation[] = [];
  for (const [path, places] of byPath) {
    const lines = await readLines(repository, path);
    const inOrder = places.toSorted(
      (a, b) =>
        a.range.start.line - b.range.start.line ||
        a.range.start.character - b.range.start.character,
    );
    for (const { range } of inOrder) {
      described.push({
        path,
        range,
        lineText: (lines[range.start.line] ?? "").slice(0, maxLineLength),
      });
    }
  }
  return {
    locations: described,
    outside: locations.length - inside,
    omitted: Math.max(0, inside - maxLocations),
  };
}

function pathInside(root: string, uri: string): string | undefined {
  let place: string;
  try {
    place = fileURLToPath(uri);
  } catch {
    return undefined;
  }
  const path = relative(root, place);
  if (path === "" || isAbsolute(path)) {
    return undefined;
  }
  const parts = path.split(sep).join("/");
  return checkPath(parts).ok ? parts : undefined;
}

async function readLines(repository: Repository, path: string): Promise<readonly string[]> {
  const file = await readBytes(repository, path, undefined, maxFileBytes);
  const bytes = file.ok ? file.value.bytes : undefined;
  return (bytes === undefined ? undefined : decodeText(bytes))?.text.split("\n") ?? [];
}
