import type { ErrorReport } from "@action-telemetry/error-reporting/relay";
import type { AbortSignalLike } from "@action-telemetry/telemetry";
import type { Answer } from "./Answer.ts";
import type { CodeLocations, Hover, RepositoryInfo } from "./CodeIntelligence.ts";
import type { CodePosition } from "./CodePosition.ts";
import type { CommandInput } from "./CommandInput.ts";
import type { ExtensionState } from "./ExtensionState.ts";
import type { PartName } from "./PartName.ts";
import type { RecordInput } from "./RecordInput.ts";

/** How a request may be given up. The worker is not told; its answer is ignored. */
export interface RequestOptions {
  readonly signal?: AbortSignalLike;
}

/** All that a content script sees of the extension. Nothing here ever throws or rejects. */
export interface Background {
  readonly state: {
    /** `undefined` until the worker has spoken for the first time. */
    readonly getSnapshot: () => ExtensionState | undefined;
    readonly subscribe: (listener: () => void) => () => void;
  };
  /** Reports an event: synchronous and cheap. */
  record(input: RecordInput): void;
  hover(position: CodePosition, options?: RequestOptions): Promise<Answer<Hover | null>>;
  definition(position: CodePosition, options?: RequestOptions): Promise<Answer<CodeLocations>>;
  references(position: CodePosition, options?: RequestOptions): Promise<Answer<CodeLocations>>;
  repository(name: string, options?: RequestOptions): Promise<Answer<RepositoryInfo>>;
  /** Runs one of the state's `commands`, such as `updateConfiguration`, in the worker. */
  command(input: CommandInput, options?: RequestOptions): Promise<Answer<null>>;
  /** Has a part of the content script run in this page. It is there when this says so. */
  load(part: PartName): Promise<Answer<null>>;
  /** Asks the instance again who is signed in; a change arrives as a new state. */
  checkSession(): void;
  openOptions(): void;
  /** Hands over a report of an error in the content script's own code. */
  reportError(report: ErrorReport): void;
}
