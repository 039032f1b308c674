import { createHash } from "node:crypto";

/** By which an erased person's ID is known again: SHA-256, in hexadecimal. `digestSql` is the same in the database. */
export function digestOf(anonymizedUserId: string): string {
  return createHash("sha256").update(anonymizedUserId).digest("hex");
}

/** `digestOf` the column `person`. */
export const digestSql = "lower(hex(SHA256(person)))";
