import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { buildProduction } from "../../../scripts/bundle/buildProduction.ts";

/** What of the package a consumer takes, and how many bytes that may be, gzipped, without React. */
export interface SizeBudget {
  readonly name: string;
  /** The consumer's module. */
  readonly source: string;
  readonly limit: number;
}

/** The budgets of this package. */
export const budgets: readonly SizeBudget[] = [
  {
    name: "everything",
    source: `export * from "@action-telemetry/react";`,
    limit: 45_000,
  },
  {
    name: "ActionItem with its executor",
    source: `export { ActionItem } from "@action-telemetry/react";`,
    limit: 8100,
  },
  {
    name: "Markdown",
    source: `export { Markdown } from "@action-telemetry/react/markdown";`,
    limit: 17_500,
  },
];

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Builds a consumer for production, as an application's bundler does, and weighs what is left.
 *
 * @returns bytes, gzipped at level 9
 */
export async function measureSize(source: string): Promise<number> {
  const files = await buildProduction({
    source,
    root,
    rolldownOptions: {
      external: [/^react(-dom)?($|\/)/u],
      preserveEntrySignatures: "strict",
    },
  });
  return files
    .filter((file) => file.type === "chunk")
    .map(({ code }) => gzipSync(code, { level: 9 }).length)
    .reduce((total, bytes) => total + bytes, 0);
}
