import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import { noncePlaceholder } from "../../api/noncePlaceholder.ts";
import { contentSecurityPolicy } from "../security/responseHeaders.ts";
import type { PageFile } from "./readPageFiles.ts";

const documentAddress = "/index.html";
const hashedFolder = "/assets/";
// The addresses that the page has something to show at; others are answered by the page too, as not found.
const knownAddress =
  /^\/(?:@[^/]+\/-\/tree\/?)?$|^\/(?:@[^/]+\/)?-\/(?:blob|tree)\/|^\/-\/telemetry$/u;

/** The routes of the page: its files as they were built, and its document, with a fresh nonce, for every address. */
export function pageRoutes(files: ReadonlyMap<string, PageFile>): Hono {
  const app = new Hono();
  app.get("*", (context) => {
    const file = files.get(context.req.path);
    if (file !== undefined && context.req.path !== documentAddress) {
      const hashed = context.req.path.startsWith(hashedFolder);
      context.header("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
      context.header("Content-Type", file.mediaType);
      return context.body(file.bytes);
    }
    const document = files.get(documentAddress);
    if (document === undefined) {
      return context.text("The page has not been built.", 503);
    }
    const nonce = randomBytes(16).toString("base64");
    const html = new TextDecoder().decode(document.bytes);
    context.header("Cache-Control", "no-store");
    context.header("Content-Security-Policy", contentSecurityPolicy(nonce));
    return context.html(
      html.replaceAll(noncePlaceholder, nonce),
      knownAddress.test(context.req.path) ? 200 : 404,
    );
  });
  return app;
}
