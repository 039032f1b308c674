import { existsSync, readdirSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

const debianFolder = "/usr/lib/postgresql";

/**
 * The folder of PostgreSQL's programs: where the server is that `POSTGRES_PATH` names, or one that is installed;
 * `undefined` without.
 */
export function findPostgres(): string | undefined {
  const named = process.env["POSTGRES_PATH"];
  if (named !== undefined) return folderOf(named);
  const versions = existsSync(debianFolder) ? readdirSync(debianFolder) : [];
  const folders = [
    ...(process.env["PATH"] ?? "").split(delimiter),
    ...versions.map((version) => join(debianFolder, version, "bin")),
  ];
  const needed = ["postgres", "initdb", "pg_ctl"];
  const folder = folders.find((each) => needed.every((name) => existsSync(join(each, name))));
  return folder && folderOf(join(folder, "postgres"));
}

/** Where links lead to, there are the other programs, such as `pg_dump`. */
function folderOf(server: string): string {
  return dirname(realpathSync(server));
}

/** Whether there is no server, so that tests must be skipped. */
export const lacksPostgres = findPostgres() === undefined;

/** Added to the titles of tests that need a server. */
export const postgresNote = lacksPostgres
  ? " (skipped: there is no PostgreSQL here; install postgresql or set POSTGRES_PATH)"
  : "";
