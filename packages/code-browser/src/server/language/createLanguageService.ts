import type { HoverAnswer } from "../../api/HoverAnswer.ts";
import type { LocationsAnswer } from "../../api/LocationsAnswer.ts";
import type { SourcePosition } from "../../api/SourceRange.ts";
import { failure, success, type Answer } from "../repository/Answer.ts";
import { decodeText } from "../repository/decodeText.ts";
import { maxShownBytes } from "../repository/readBlob.ts";
import { readBytes } from "../repository/readBytes.ts";
import type { Repository } from "../repository/Repository.ts";
import { resolveInside } from "../repository/resolveInside.ts";
import { createChangeFinder } from "./createChangeFinder.ts";
import { createDocumentSync, type DocumentSync } from "./createDocumentSync.ts";
import { createServerKeeper } from "./createServerKeeper.ts";
import { describeLocations } from "./describeLocations.ts";
import { parseHover } from "./parseHover.ts";
import { parseLocations } from "./parseLocations.ts";
import type { LanguageServerConnection } from "./startLanguageServer.ts";
import { typeScriptLanguage } from "./typeScriptLanguage.ts";

/** Answers questions about places in the files of the working tree. */
export interface LanguageService {
  readonly hover: (path: string, position: SourcePosition) => Promise<Answer<HoverAnswer>>;
  readonly definition: (path: string, position: SourcePosition) => Promise<Answer<LocationsAnswer>>;
  readonly references: (path: string, position: SourcePosition) => Promise<Answer<LocationsAnswer>>;
  /** Ends the language server. */
  readonly close: () => void;
}

/** What {@link createLanguageService} needs. */
export interface LanguageServiceOptions {
  readonly repository: Repository;
  /** Starts the language server; rejects when it cannot. */
  readonly start: () => Promise<LanguageServerConnection>;
  /** The current time in milliseconds, from any origin. */
  readonly now: () => number;
}

/**
 * A language service for TypeScript and JavaScript over a language server that starts with the first question.
 * Other languages answer `unsupported`; a server that cannot be started, dies or is too slow answers `failed`.
 */
export function createLanguageService(options: LanguageServiceOptions): LanguageService {
  const { repository } = options;
  const keeper = createServerKeeper(options);
  const findChanges = createChangeFinder(options);
  const documents = new WeakMap<LanguageServerConnection, DocumentSync>();

  const ask = async (
    method: string,
    path: string,
    position: SourcePosition,
    more: object,
  ): Promise<Answer<unknown>> => {
    const language = typeScriptLanguage(path);
    if (language === undefined) {
      return failure("unsupported", "No language service is available for this language.");
    }
    const text = await readSource(repository, path);
    if (!text.ok) {
      return text;
    }
    const server = await keeper.get();
    if (server === undefined) {
      return failure("failed", "The language service is not running.");
    }
    const sync = documents.get(server) ?? createDocumentSync(server);
    documents.set(server, sync);
    const changes = await findChanges();
    if (changes.length > 0) {
      server.notify("workspace/didChangeWatchedFiles", { changes });
    }
    const uri = sync.show(text.value.place, language, text.value.text);
    try {
      return success(await server.request(method, { textDocument: { uri }, position, ...more }));
    } catch {
      return failure("failed", "The language service did not answer. Try again.");
    }
  };

  const locate = async (method: string, path: string, position: SourcePosition, more: object) => {
    const answer = await ask(method, path, position, more);
    return answer.ok
      ? success(await describeLocations(repository, parseLocations(answer.value)))
      : answer;
  };

  return {
    hover: async (path, position) => {
      const answer = await ask("textDocument/hover", path, position, {});
      return answer.ok ? success(parseHover(answer.value, position)) : answer;
    },
    definition: (path, position) => locate("textDocument/definition", path, position, {}),
    references: (path, position) =>
      locate("textDocument/references", path, position, { context: { includeDeclaration: true } }),
    close: keeper.close,
  };
}

async function readSource(
  repository: Repository,
  path: string,
): Promise<Answer<{ readonly place: string; readonly text: string }>> {
  const [place, file] = await Promise.all([
    resolveInside(repository.root, path),
    readBytes(repository, path, undefined, maxShownBytes),
  ]);
  if (!place.ok) {
    return place;
  }
  if (!file.ok) {
    return file;
  }
  const decoded = file.value.bytes === undefined ? undefined : decodeText(file.value.bytes);
  return decoded === undefined
    ? failure("unsupported", "The language service does not read this file.")
    : success({ place: place.value, text: decoded.text });
}
