import { type Context, Hono } from "hono";
import { answerPrivately } from "../http/answerPrivately.ts";
import { errorAnswer, type Refusal } from "../http/errorAnswer.ts";
import { isOwnRequest } from "../http/isOwnRequest.ts";
import { methodNotAllowed, noSuchRoute } from "../http/refusals.ts";
import { decodeText } from "../body/decodeText.ts";
import { parseJson } from "../body/parseJson.ts";
import { mediaType } from "../body/readBytes.ts";
import { readLimited } from "../body/readLimited.ts";
import type { AdminAccess } from "./AdminAccess.ts";
import { foreignRequest } from "./foreignRequest.ts";
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from "./sessionCookie.ts";

/** Where the page signs in and out. */
export const sessionPath = "/.api/session";

/** Longer than any admin token, in bytes. */
const mostBytes = 4096;

const noToken: Refusal = {
  status: 400,
  code: "malformed-body",
  message: 'Send { "token": "…" } as application/json.',
};

/** What `GET /.api/session` answers. */
export interface SessionAnswer {
  /** `open`: nothing to sign in with, this machine is enough. */
  readonly state: "signed-in" | "signed-out" | "open";
}

/**
 * `GET /.api/session`: whether a browser is signed in. `POST` with the admin token: signs it in, by a cookie. `DELETE`:
 * signs it out.
 */
export function createSessionRoutes(access: AdminAccess): Hono {
  const { proxies, signIn } = access;
  const routes = new Hono();
  routes.use("/", answerPrivately);
  routes.get("/", (context) => {
    const answer: SessionAnswer = { state: stateOf(context, access) };
    return context.json(answer);
  });
  routes.post("/", async (context) => {
    const caller = proxies.callerOf(context);
    if (signIn === undefined) return errorAnswer(noSuchRoute);
    if (!isOwnRequest(context, caller, true)) return errorAnswer(foreignRequest);
    const token = await readToken(context.req.raw);
    if (token === undefined) return errorAnswer(noToken);
    const refusal = signIn.tokens.refuse(token, caller.address);
    if (refusal !== undefined) return errorAnswer(refusal);
    writeSessionCookie(context, caller, signIn.sessions.open());
    return context.body(null, 204);
  });
  routes.delete("/", (context) => {
    const caller = proxies.callerOf(context);
    if (!isOwnRequest(context, caller, false)) return errorAnswer(foreignRequest);
    clearSessionCookie(context, caller);
    return context.body(null, 204);
  });
  routes.all("/", () => methodNotAllowed("GET, POST, DELETE"));
  return routes;
}

function stateOf(context: Context, { proxies, signIn }: AdminAccess): SessionAnswer["state"] {
  if (signIn === undefined) return "open";
  const kept = readSessionCookie(context, proxies.callerOf(context));
  return kept !== undefined && signIn.sessions.read(kept) !== undefined
    ? "signed-in"
    : "signed-out";
}

/** A form of another site cannot send this type, so that nobody is signed in by another page. */
async function readToken(request: Request): Promise<string | undefined> {
  if (mediaType(request) !== "application/json") return undefined;
  const body = await readLimited(request, mostBytes);
  const text = body.ok ? decodeText(body.value) : body;
  const json = text.ok ? parseJson(text.value, 1) : text;
  if (!json.ok || typeof json.value !== "object" || json.value === null) return undefined;
  const { token } = json.value as { readonly token?: unknown };
  return typeof token === "string" && token !== "" ? token : undefined;
}
