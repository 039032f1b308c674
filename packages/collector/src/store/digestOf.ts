import { createHash } from "node:crypto";

/** By which an erased person's ID is known again: SHA-256, in hexadecimal. */
export function digestOf(anonymizedUserId: string): string {
  return createHash("sha256").update(anonymizedUserId).digest("hex");
}
