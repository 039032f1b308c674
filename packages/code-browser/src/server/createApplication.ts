import { Hono } from "hono";
import type { ExtensionsAnswer } from "../api/ExtensionsAnswer.ts";
import type { LanguageService } from "./language/createLanguageService.ts";
import { pageRoutes } from "./page/pageRoutes.ts";
import type { PageFile } from "./page/readPageFiles.ts";
import type { Repository } from "./repository/Repository.ts";
import { codeRoutes } from "./routes/codeRoutes.ts";
import { guardHost } from "./security/guardHost.ts";
import { responseHeaders } from "./security/responseHeaders.ts";

/** What {@link createApplication} serves. */
export interface ApplicationOptions {
  readonly repository: Repository;
  readonly language: LanguageService;
  readonly extensions: ExtensionsAnswer;
  /** The built page's files by address. */
  readonly pageFiles: ReadonlyMap<string, PageFile>;
  /** The instance: events, analytics and health. */
  readonly instance: {
    /** `connection` is what the server knows of who asks. */
    readonly fetch: (request: Request, connection: unknown) => Response | Promise<Response>;
  };
}

const instanceAddresses = [
  "/.api/*",
  "/analytics",
  "/analytics/*",
  "/healthz",
  "/metrics",
  "/uninstall",
  "/v1/*",
];

/** The whole site on one origin: the application's own routes, the instance's, and the page for every other address. */
export function createApplication(options: ApplicationOptions): Hono {
  const app = new Hono();
  app.use(guardHost);
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(responseHeaders)) {
      if (!context.res.headers.has(name)) {
        context.header(name, value);
      }
    }
  });
  app.route("/", codeRoutes(options));
  for (const address of instanceAddresses) {
    app.all(address, (context) => options.instance.fetch(context.req.raw, context.env));
  }
  app.route("/", pageRoutes(options.pageFiles));
  app.onError((_error, context) =>
    context.json({ error: { code: "failed", message: "The server made a mistake." } }, 500),
  );
  return app;
}
