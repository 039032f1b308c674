import type { CodeLocation } from "../../messages/CodeIntelligence.ts";
import { type Fields, isText, isWholeNumber } from "../../messages/readFields.ts";
import { pick, pickList } from "./pick.ts";

/** How many places are shown at most. */
const limit = 100;

/** Reads the places that an instance named, leaving out what is malformed. */
export function readLocations(
  lsif: unknown,
  field: "definitions" | "references",
): readonly CodeLocation[] {
  return pickList(lsif, limit, field, "nodes").flatMap((node) => readLocation(node) ?? []);
}

function readLocation(node: Fields): CodeLocation | undefined {
  const repository = pick(node, "resource", "repository", "name");
  const revision = pick(node, "resource", "commit", "oid");
  const path = pick(node, "resource", "path");
  const line = pick(node, "range", "start", "line");
  const character = pick(node, "range", "start", "character");
  const endLine = pick(node, "range", "end", "line");
  const endCharacter = pick(node, "range", "end", "character");
  const isSound =
    isText(repository, 1024) &&
    isText(revision, 1024) &&
    isText(path, 4096) &&
    isWholeNumber(line) &&
    isWholeNumber(character);
  if (!isSound) return undefined;
  const hasEnd = isWholeNumber(endLine) && isWholeNumber(endCharacter);
  return { repository, revision, path, line, character, ...(hasEnd && { endLine, endCharacter }) };
}
