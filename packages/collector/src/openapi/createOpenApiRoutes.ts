import { Hono } from "hono";
import { analyticsOperations } from "../analytics/analyticsOperations.ts";
import { exportOperations } from "../export/exportOperations.ts";
import { clientOperations } from "./clientOperations.ts";
import { createOpenApiDocument } from "./createOpenApiDocument.ts";
import { instanceOperations, openApiPath } from "./instanceOperations.ts";
import type { Operation } from "../http/Operation.ts";

/** Every route of the collector, described. */
export const operations: readonly Operation[] = [
  ...clientOperations,
  ...analyticsOperations,
  ...exportOperations,
  ...instanceOperations,
];

/** `GET /.api/openapi.json`: what can be asked of an instance, and how. For anybody: nothing in it is of this instance alone. */
export function createOpenApiRoutes(): Hono {
  const routes = new Hono();
  let text: string | undefined;
  routes.get(openApiPath, (context) => {
    text ??= JSON.stringify(createOpenApiDocument(operations));
    return context.body(text, 200, {
      "content-type": "application/json",
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
    });
  });
  return routes;
}
