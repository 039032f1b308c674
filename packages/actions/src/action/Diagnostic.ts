/** What a diagnostic is about. */
export type DiagnosticCode =
  | "manifest-malformed"
  | "manifest-unreadable"
  | "manifest-unnamed"
  | "too-many-items"
  | "wrong-type"
  | "host-only-field"
  | "invalid-id"
  | "invalid-arguments"
  | "invalid-expression"
  | "invalid-template"
  | "invalid-icon"
  | "invalid-keybinding"
  | "invalid-url"
  | "context-in-url"
  | "evaluation-failed"
  | "duplicate-action"
  | "duplicate-command"
  | "duplicate-extension"
  | "dangling-action"
  | "dangling-alt"
  | "keybinding-conflict"
  | "unknown-menu"
  | "no-name";

/**
 * What is wrong with a contribution, for the person who wrote it. Diagnostics are shown and never
 * sent: they may quote IDs and field names of an extension.
 */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  /** "error": something was left out because of it; "warning": everything still works. */
  readonly severity: "error" | "warning";
  /** In words: what is wrong and what became of it. */
  readonly message: string;
  /** Where in the contributions, such as `actions[3].iconURL`. */
  readonly path?: string;
  /** The extension, as "publisher/name". Absent for what the application itself contributes. */
  readonly extension?: string;
  readonly actionId?: string;
}
