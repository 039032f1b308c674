import { Hono } from "hono";
import type { ExtensionsAnswer } from "../../api/ExtensionsAnswer.ts";
import type { RepositoryAnswer } from "../../api/RepositoryAnswer.ts";
import { codePaths } from "../../api/codePaths.ts";
import { readCount, readFileQuery } from "../http/readQuery.ts";
import { respond } from "../http/respond.ts";
import type { LanguageService } from "../language/createLanguageService.ts";
import { failure, success } from "../repository/Answer.ts";
import { listFiles } from "../repository/listFiles.ts";
import { readBlame } from "../repository/readBlame.ts";
import { readBlob } from "../repository/readBlob.ts";
import { readHistory } from "../repository/readHistory.ts";
import type { Repository } from "../repository/Repository.ts";
import { guardOrigin } from "../security/guardOrigin.ts";
import { languageRoutes } from "./languageRoutes.ts";
import { rawRoute } from "./rawRoute.ts";

/** What {@link codeRoutes} serves from. */
export interface CodeRoutesOptions {
  readonly repository: Repository;
  readonly language: LanguageService;
  readonly extensions: ExtensionsAnswer;
}

/** The application's own routes: the repository, its files, their history and what the language service knows. */
export function codeRoutes(options: CodeRoutesOptions): Hono {
  const { repository } = options;
  const app = new Hono();
  app.use("/.api/code/*", guardOrigin);
  app.get(codePaths.repository, async (context) =>
    respond(context, success(await describe(repository))),
  );
  app.get(codePaths.extensions, (context) => respond(context, success(options.extensions)));
  app.get(codePaths.tree, async (context) =>
    respond(context, await listFiles(repository, readFileQuery(context).revision)),
  );
  app.get(codePaths.blob, async (context) => {
    const { path, revision } = readFileQuery(context);
    return respond(context, await readBlob(repository, path, revision));
  });
  app.get(codePaths.blame, async (context) => {
    const { path, revision } = readFileQuery(context);
    return respond(context, await readBlame(repository, path, revision, context.req.raw.signal));
  });
  app.get(codePaths.history, async (context) => {
    const { path, revision } = readFileQuery(context);
    const skip = readCount(context, "skip") ?? 0;
    return respond(context, await readHistory(repository, path, revision, skip));
  });
  app.route("/", languageRoutes(options.language));
  app.route("/", rawRoute(repository));
  app.all("/.api/code/*", (context) =>
    respond(context, failure("not-found", "There is no such route.")),
  );
  return app;
}

async function describe(repository: Repository): Promise<RepositoryAnswer> {
  const checkout = await repository.readCheckout();
  return {
    name: repository.name,
    ...(checkout === undefined ? {} : { checkout }),
    ...(repository.withoutHistory === undefined
      ? {}
      : { withoutHistory: repository.withoutHistory }),
  };
}
