import { originPattern } from "./originPattern.ts";

/** The match pattern of all pages of an instance, which may lie below a path. */
export function instancePattern(instanceURL: string): string {
  const path = new URL(instanceURL).pathname.replace(/\/+$/u, "");
  return originPattern(instanceURL).replace(/\/\*$/u, `${path}/*`);
}
