declare const process: { readonly env: { readonly NODE_ENV?: string } };

const given = new Set<string>();

/**
 * Tells the developer of an application something, once per page, and only in development.
 *
 * @param key - What the warning is about; a second warning with the same key is not given.
 * @param message - What happened, why it matters, how to mend it.
 */
export function warnOnce(key: string, message: string): void {
  // Bundlers replace the expression, and drop what follows from production code.
  if (process.env.NODE_ENV === "production" || given.has(key)) return;
  given.add(key);
  globalThis.console.warn(`@action-telemetry/react: ${message}`);
}
