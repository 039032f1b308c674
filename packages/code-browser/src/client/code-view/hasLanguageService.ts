import type { CodePlace } from "../navigation/Route.ts";

const knownNames = /\.(?:[cm]?[jt]s|[jt]sx)$/iu;

/** Whether the language service can say anything of a file: TypeScript and JavaScript, in the working tree. */
export function hasLanguageService({ path, revision }: CodePlace): boolean {
  return revision === undefined && knownNames.test(path);
}
