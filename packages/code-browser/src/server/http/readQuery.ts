import type { Context } from "hono";
import type { SourcePosition } from "../../api/SourceRange.ts";

const maxNumber = 10_000_000;

/** What the routes of one file are asked. */
export interface FileQuery {
  /** As it was given; the reader of the file checks it. Empty when it is missing. */
  readonly path: string;
  /** Absent for the working tree. */
  readonly revision: string | undefined;
}

/** Reads `path` and `revision` of a request's address. */
export function readFileQuery(context: Context): FileQuery {
  return {
    path: context.req.query("path") ?? "",
    revision: context.req.query("revision") || undefined,
  };
}

/** Reads `line` and `character` of a request's address, both from 0; `undefined` when they are no such numbers. */
export function readPosition(context: Context): SourcePosition | undefined {
  const line = readCount(context, "line");
  const character = readCount(context, "character");
  return line === undefined || character === undefined ? undefined : { line, character };
}

/** Reads a whole number from 0 of a request's address; `undefined` when it is missing or no such number. */
export function readCount(context: Context, name: string): number | undefined {
  const text = context.req.query(name);
  if (text === undefined || !/^\d{1,8}$/u.test(text)) {
    return undefined;
  }
  return Math.min(Number(text), maxNumber);
}
