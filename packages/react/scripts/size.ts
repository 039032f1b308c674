/** `pnpm size`: weighs what consumers take of this package, and fails above a budget. */
import { budgets, measureSize } from "./measureSize.ts";

for (const { name, source, limit } of budgets) {
  const size = await measureSize(source);
  if (size > limit) process.exitCode = 1;
  const verdict = size > limit ? "TOO LARGE" : "ok";
  process.stdout.write(`${name.padEnd(30)}${size} of ${limit} bytes gzipped  ${verdict}\n`);
}
