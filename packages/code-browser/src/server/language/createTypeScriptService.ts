import type { Repository } from "../repository/Repository.ts";
import { createLanguageService, type LanguageService } from "./createLanguageService.ts";
import { languageServerProgram } from "./languageServerProgram.ts";
import { startLanguageServer } from "./startLanguageServer.ts";

/**
 * The language service over TypeScript's own language server.
 *
 * @param now the current time in milliseconds, from any origin. Default: the process's own clock
 */
export function createTypeScriptService(
  repository: Repository,
  now: () => number = () => performance.now(),
): LanguageService {
  return createLanguageService({
    repository,
    now,
    start: () => {
      const program = languageServerProgram();
      return program === undefined
        ? Promise.reject(new Error("There is no language server for this platform."))
        : startLanguageServer({
            program,
            arguments: ["--lsp", "--stdio"],
            root: repository.root,
            timeoutMs: 20_000,
          });
    },
  });
}
