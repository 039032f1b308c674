import type { UserConfig } from "tsdown";

/** What sets one package's build apart from another's. */
export interface LibraryOptions {
  /** The source file of each subpath of `exports`. */
  readonly entry: readonly string[];
  /** Where it runs. Default `"neutral"`: any engine. */
  readonly platform?: "neutral" | "node";
  /** The TypeScript project that covers the entries. Default `"tsconfig.src.json"`. */
  readonly tsconfig?: string;
  /** Runs when the modules are written; for what tsdown does not build. */
  readonly onSuccess?: () => Promise<void>;
}

/**
 * The tsdown configuration of one published package: ES modules that mirror the sources one to one,
 * with their types beside them.
 */
export function defineLibrary(options: LibraryOptions): UserConfig {
  const { entry, platform = "neutral", tsconfig = "tsconfig.src.json", onSuccess } = options;
  return {
    entry: [...entry],
    platform,
    tsconfig,
    format: "esm",
    target: "es2023",
    // One module per source file keeps `"use client"` where it was written and lets bundlers drop the rest.
    unbundle: true,
    dts: true,
    fixedExtension: false,
    // Modules that only the page of a package needs are built by its own `build:page`, into dist/page.
    clean: ["dist/**", "!dist/page/**"],
    logLevel: "warn",
    ...(onSuccess && { onSuccess }),
  };
}
