import type { ErrorReport } from "@action-telemetry/error-reporting/relay";
import { createStore } from "../../content/background/createStore.ts";
import { success, type Answer } from "../../messages/Answer.ts";
import type { Background } from "../../messages/Background.ts";
import type { CodeLocations, Hover } from "../../messages/CodeIntelligence.ts";
import type { CodePosition } from "../../messages/CodePosition.ts";
import type { CommandInput } from "../../messages/CommandInput.ts";
import type { ExtensionState } from "../../messages/ExtensionState.ts";
import type { RecordInput } from "../../messages/RecordInput.ts";

/** A worker that answers as a test says, and shows what it was asked. */
export interface FakeBackground extends Background {
  /** Without their IDs. */
  readonly events: Omit<RecordInput, "id">[];
  /** The IDs of the events. */
  readonly eventIds: (string | undefined)[];
  readonly commands: CommandInput[];
  readonly asked: CodePosition[];
  readonly reports: ErrorReport[];
  sessionChecks: number;
  optionsOpened: number;
  /** Pushes a state: the last one, or the first, with these changes. */
  push(change?: Partial<ExtensionState>): void;
  /** How the next questions are answered. */
  answerHover: (position: CodePosition) => Promise<Answer<Hover | null>>;
  answerDefinition: (position: CodePosition) => Promise<Answer<CodeLocations>>;
}

/** A person who is signed in at an instance of their own, and consents. */
export const signedIn: ExtensionState = {
  enabled: true,
  platform: "chrome-extension",
  instance: { url: "https://search.example", selfHosted: true, session: "signed-in" },
  markers: true,
  errorReporting: false,
  manifests: [],
  configuration: {},
  commands: [],
};

/** Makes a worker that has not spoken yet. */
export function createFakeBackground(): FakeBackground {
  const state = createStore<ExtensionState | undefined>(undefined);
  const fake: FakeBackground = {
    state,
    events: [],
    eventIds: [],
    commands: [],
    asked: [],
    reports: [],
    sessionChecks: 0,
    optionsOpened: 0,
    push: (change = {}) => state.set({ ...(state.getSnapshot() ?? signedIn), ...change }),
    answerHover: () => Promise.resolve(success({ markdown: "Adds **two** numbers." })),
    answerDefinition: () => Promise.resolve(success({ locations: [] })),
    record({ id, ...input }) {
      fake.eventIds.push(id);
      fake.events.push(input);
    },
    hover(position) {
      fake.asked.push(position);
      return fake.answerHover(position);
    },
    definition: (position) => fake.answerDefinition(position),
    references: () => Promise.resolve(success({ locations: [] })),
    repository: () => Promise.resolve(success({ exists: true, visibility: "public" })),
    command(input) {
      fake.commands.push(input);
      return Promise.resolve(success(null));
    },
    load: () => Promise.resolve(success(null)),
    checkSession: () => void fake.sessionChecks++,
    openOptions: () => void fake.optionsOpened++,
    reportError: (report) => void fake.reports.push(report),
  };
  return fake;
}
