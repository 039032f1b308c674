import { readings } from "../../../../../scripts/canaries/encodings/readings.ts";
import type { Finder } from "../../../../../scripts/canaries/secrets/createFinder.ts";
import { sinks } from "../sinks/sinks.ts";
import type { Session } from "./Session.ts";

/** A secret that was found where it could be read. */
export interface Hit {
  readonly source: string;
  readonly sink: string;
  /** How it was written there. */
  readonly encoding: string;
}

/** Looks for secrets in every sink of a session, in every encoding: one hit for a source and a sink. */
export async function findHits(session: Session, find: Finder): Promise<Hit[]> {
  const hits: Hit[] = [];
  for (const { name, exists, read } of sinks) {
    if (exists?.(session) === false) continue;
    const known = new Set<string>();
    for (const { encoding, text } of readings(await read(session))) {
      for (const source of find(text)) {
        if (!known.has(source)) hits.push({ source, sink: name, encoding });
        known.add(source);
      }
    }
  }
  return hits;
}
