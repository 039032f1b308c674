import type { Repository } from "../repository/Repository.ts";
import { createLanguageService, type LanguageService } from "./createLanguageService.ts";
import { languageServerProgram } from "./languageServerProgram.ts";
import { startLanguageServer } from "./startLanguageServer.ts";

/** The language service over TypeScript's own language server. */
export function createTypeScriptService(repository: Repository): LanguageService {
  return createLanguageService({
    repository,
    now: () => performance.now(),
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
