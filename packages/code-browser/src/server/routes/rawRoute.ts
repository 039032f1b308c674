import { Hono } from "hono";
import { codePaths } from "../../api/codePaths.ts";
import { readFileQuery } from "../http/readQuery.ts";
import { respond } from "../http/respond.ts";
import { failure } from "../repository/Answer.ts";
import { decodeText } from "../repository/decodeText.ts";
import { imageType } from "../repository/imageTypes.ts";
import { readBytes } from "../repository/readBytes.ts";
import type { Repository } from "../repository/Repository.ts";
import { rawContentSecurityPolicy } from "../security/responseHeaders.ts";

const maxRawBytes = 64 * 1024 * 1024;

/** The route that hands out a file as it is: text as plain text, pictures as pictures, the rest as a download. */
export function rawRoute(repository: Repository): Hono {
  const app = new Hono();
  app.get(codePaths.raw, async (context) => {
    const { path, revision } = readFileQuery(context);
    const file = await readBytes(repository, path, revision, maxRawBytes);
    if (!file.ok) {
      return respond(context, file);
    }
    const { bytes } = file.value;
    if (bytes === undefined) {
      return respond(context, failure("unsupported", "This file is too large to hand out."));
    }
    context.header("Cache-Control", "no-store");
    context.header("Content-Security-Policy", rawContentSecurityPolicy);
    context.header("Content-Type", mediaType(path, bytes));
    const isShown = imageType(path) !== undefined || decodeText(bytes) !== undefined;
    context.header("Content-Disposition", disposition(isShown ? "inline" : "attachment", path));
    return context.body(new Uint8Array(bytes));
  });
  return app;
}

/** Names the file as it is saved, which the address of the route does not. */
function disposition(kind: "inline" | "attachment", path: string): string {
  const name = encodeURIComponent(path.slice(path.lastIndexOf("/") + 1));
  const quoted = name.replace(/['()*]/gu, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `${kind}; filename*=UTF-8''${quoted}`;
}

function mediaType(path: string, bytes: Uint8Array): string {
  const image = imageType(path);
  if (image !== undefined) {
    return image;
  }
  const text = decodeText(bytes);
  if (text === undefined) {
    return "application/octet-stream";
  }
  const encoding = text.encoding.toLowerCase().split(" ", 1)[0] ?? "utf-8";
  return `text/plain; charset=${encoding}`;
}
