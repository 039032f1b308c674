import { Hono, type Context } from "hono";
import { codePaths } from "../../api/codePaths.ts";
import type { SourcePosition } from "../../api/SourceRange.ts";
import { readFileQuery, readPosition } from "../http/readQuery.ts";
import { respond } from "../http/respond.ts";
import type { LanguageService } from "../language/createLanguageService.ts";
import { failure, type Answer } from "../repository/Answer.ts";

/** The routes that ask the language service about a place of a file in the working tree. */
export function languageRoutes(language: LanguageService): Hono {
  const app = new Hono();
  app.get(codePaths.hover, (context) => ask(context, language.hover));
  app.get(codePaths.definition, (context) => ask(context, language.definition));
  app.get(codePaths.references, (context) => ask(context, language.references));
  return app;
}

async function ask<Value extends object>(
  context: Context,
  question: (path: string, position: SourcePosition) => Promise<Answer<Value>>,
): Promise<Response> {
  const { path, revision } = readFileQuery(context);
  const position = readPosition(context);
  if (position === undefined) {
    return respond(context, failure("bad-request", "A line and a character are needed."));
  }
  if (revision !== undefined) {
    return respond(
      context,
      failure("unsupported", "The language service reads the working tree, not older revisions."),
    );
  }
  return respond(context, await question(path, position));
}
