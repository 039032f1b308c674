/**
 * Loaded into a process under test before its own code: prints what is in a file on both streams when
 * it is asked to, to prove that whoever reads the streams would see it.
 */
import { readFileSync } from "node:fs";
import process from "node:process";

process.on("SIGUSR2", () => {
  const text = readFileSync(process.env["PRINTED_FILE"] ?? "");
  process.stdout.write(text);
  process.stderr.write(text);
});
