import type { ConsentMessages } from "./ConsentMessages.ts";

/** The English texts of `ConsentSettings`. */
export const defaultConsentMessages: ConsentMessages = {
  consentTitle: "Telemetry",
  consentIntro:
    "Each action you run is recorded by its ID, and sent to the instance you are connected to and nowhere else.",
  consentSwitch: "Send telemetry",
  consentState: (state) => ({ granted: "On", denied: "Off", unknown: "Not decided" })[state],
  consentMeaning: (state) =>
    ({
      granted:
        "Telemetry is on. Switching it off erases what waits here and your anonymous ID at once.",
      denied: "Telemetry is off. Nothing is recorded, stored or sent.",
      unknown: "Nothing is stored or sent until you decide. Until then events wait in memory.",
    })[state],
  consentErasing: "Telemetry is off. Erasing what waited here, and your anonymous ID…",
  consentFixed: "You cannot change this here.",
  consentRefuse: "Leave it off",
  consentFailed: "Your decision could not be put into effect. Please try again.",
  consentNotKept:
    "Your decision holds now, but this browser could not keep it for your next visit.",
  collectedTitle: "What is recorded",
  collectedFields: (where, count) =>
    where === "event"
      ? `What each event says: ${count} fields`
      : `What is sent along with the events: ${count} fields`,
  fieldPresence: (presence) => ({ always: "always", optional: "sometimes" })[presence],
  fieldPersonalData: (personalData) =>
    ({ none: "", pseudonymous: "random ID", "opt-in": "off by default" })[personalData],
  fieldExample: "For example",
};
