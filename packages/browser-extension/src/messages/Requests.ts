import type { ErrorReport } from "@action-telemetry/error-reporting";
import type { TelemetryInspection } from "@action-telemetry/telemetry";
import type { CodeLocations, Hover, RepositoryInfo } from "./CodeIntelligence.ts";
import type { CodePosition } from "./CodePosition.ts";
import type { CommandInput } from "./CommandInput.ts";
import type { InstanceCheck } from "./InstanceCheck.ts";
import type { PartName } from "./PartName.ts";
import type { RecordInput } from "./RecordInput.ts";
import type { SettingsChange } from "./SettingsChange.ts";
import type { SettingsView } from "./SettingsView.ts";

/** Nothing is said beside the kind of the request. */
export type NoInput = Readonly<Record<never, never>>;

/** Every kind of request: what is asked, and what a good answer holds. */
export interface Requests {
  readonly record: readonly [input: RecordInput, value: null];
  /** `null`: the instance knows nothing of this place. */
  readonly hover: readonly [input: CodePosition, value: Hover | null];
  readonly definition: readonly [input: CodePosition, value: CodeLocations];
  readonly references: readonly [input: CodePosition, value: CodeLocations];
  readonly repository: readonly [input: { readonly name: string }, value: RepositoryInfo];
  readonly command: readonly [input: CommandInput, value: null];
  /** Has a part of the content script run in the sender's page. */
  readonly load: readonly [input: { readonly part: PartName }, value: null];
  /** Asks the instance again who is signed in; a change is pushed to every content script. */
  readonly checkSession: readonly [input: NoInput, value: null];
  readonly openOptions: readonly [input: NoInput, value: null];
  /** Hands over a report of an error in the sender's own script. */
  readonly reportError: readonly [input: { readonly report: ErrorReport }, value: null];

  readonly readSettings: readonly [input: NoInput, value: SettingsView];
  readonly writeSettings: readonly [input: SettingsChange, value: SettingsView];
  readonly checkInstance: readonly [input: { readonly url: string }, value: InstanceCheck];
  readonly inspect: readonly [input: NoInput, value: TelemetryInspection];
  readonly erase: readonly [input: NoInput, value: null];
  readonly flush: readonly [input: NoInput, value: null];
}

/** A kind of request. */
export type RequestKind = keyof Requests;

/** What a request of a kind says. */
export type InputOf<K extends RequestKind> = Requests[K][0];

/** What a good answer to a request of a kind holds. */
export type ValueOf<K extends RequestKind> = Requests[K][1];
