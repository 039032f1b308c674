import { buildProduction } from "./buildProduction.ts";

/** A page that was built for production: one script, and its styles. */
export interface BuiltPage {
  readonly script: string;
  /** Empty where nothing imports any. */
  readonly styles: string;
}

/**
 * Builds the script and the styles of a page for production, as an application would.
 *
 * @param source - The entry.
 * @param root - The folder of the package that it belongs to, whose dependencies it may import.
 * @throws Error when the build fails.
 */
export async function buildPage(source: string, root: string): Promise<BuiltPage> {
  const rolldownOptions = { output: { codeSplitting: false } };
  const files = await buildProduction({ source, root, rolldownOptions });
  const script = files.find((file) => file.type === "chunk");
  if (script === undefined) throw new Error("The build has no script.");
  const styles = files.find((file) => file.type === "asset" && file.fileName.endsWith(".css"));
  return {
    script: script.code,
    styles: styles?.type === "asset" ? String(styles.source) : "",
  };
}
