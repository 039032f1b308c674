import { codePaths } from "../../api/codePaths.ts";
import { withQuery } from "../data/fetchAnswer.ts";
import type { CodePlace } from "../navigation/Route.ts";

/** The address that hands out a file as it is. */
export function rawAddress({ path, revision }: CodePlace): string {
  return withQuery(codePaths.raw, { path, revision });
}
