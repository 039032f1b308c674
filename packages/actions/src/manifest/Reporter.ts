import type { Diagnostic, DiagnosticCode } from "../action/Diagnostic.ts";
import { manifestLimits } from "./manifestLimits.ts";

/** Collects the diagnostics of one manifest, as many as anybody would read. */
export class Reporter {
  readonly #extension: string;
  readonly #diagnostics: Diagnostic[] = [];

  constructor(extension: string) {
    this.#extension = extension;
  }

  /** What has been collected. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  /** Something was left out. */
  error(code: DiagnosticCode, path: string, message: string, actionId?: string): void {
    this.#add("error", code, path, message, actionId);
  }

  /** Something looks wrong, and works all the same. */
  warn(code: DiagnosticCode, path: string, message: string, actionId?: string): void {
    this.#add("warning", code, path, message, actionId);
  }

  /** Calls `read`; should the data throw (a proxy can), reports it and returns undefined. */
  guard<T>(path: string, read: () => T): T | undefined {
    try {
      return read();
    } catch {
      this.error("manifest-unreadable", path, "Reading this failed. It was left out.");
      return undefined;
    }
  }

  #add(
    severity: Diagnostic["severity"],
    code: DiagnosticCode,
    path: string,
    message: string,
    actionId: string | undefined,
  ): void {
    if (this.#diagnostics.length >= manifestLimits.diagnostics) return;
    const diagnostic = { code, severity, message, path, extension: this.#extension };
    this.#diagnostics.push(
      Object.freeze(actionId === undefined ? diagnostic : { ...diagnostic, actionId }),
    );
  }
}
