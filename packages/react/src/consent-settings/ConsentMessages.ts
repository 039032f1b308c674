import type { CatalogueField, ConsentState } from "@action-telemetry/telemetry";

/** The texts of `ConsentSettings`. What is recorded is told by the event catalogue itself. */
export interface ConsentMessages {
  /** The heading of the consent settings. */
  readonly consentTitle: string;
  /** What telemetry is, in one or two sentences. */
  readonly consentIntro: string;
  /** The name of the switch. */
  readonly consentSwitch: string;
  /** The state beside the switch, in a word or two. */
  readonly consentState: (state: ConsentState) => string;
  /** What the state means, where no decision gives a reason. */
  readonly consentMeaning: (state: ConsentState) => string;
  /** Said while queue and anonymous ID are being erased. */
  readonly consentErasing: string;
  /** Said where the person cannot change the decision. */
  readonly consentFixed: string;
  /** The name of the button that says no, shown while nothing is decided. */
  readonly consentRefuse: string;
  /** Said when a decision had no effect. */
  readonly consentFailed: string;
  /** Said when a decision holds, but could not be kept. */
  readonly consentNotKept: string;
  /** The heading over the kinds of events. */
  readonly collectedTitle: string;
  /** The heading over the fields of each event or of each batch. */
  readonly collectedFields: (where: "event" | "batch", count: number) => string;
  /** Whether a field is always there. */
  readonly fieldPresence: (presence: CatalogueField["presence"]) => string;
  /** What a field can say about a person; nothing is shown where that is nothing. */
  readonly fieldPersonalData: (personalData: CatalogueField["personalData"]) => string;
  /** Said before an example. */
  readonly fieldExample: string;
}
