import type { InspectorMessages } from "../telemetry-inspector/InspectorMessages.ts";
import type { Messages } from "./Messages.ts";

/** The German texts of everything but the telemetry inspector, which is for developers. */
export const germanMessages: Omit<Messages, keyof InspectorMessages> = {
  opensInNewTab: "öffnet einen neuen Tab",
  altHint: (gesture, title) => `${gesture}: ${title}`,
  modifierClick: (platform) => (platform === "mac" ? "⌘-Klick" : "Strg-Klick"),
  altClick: (platform) => (platform === "mac" ? "⌥-Klick" : "Alt-Klick"),
  modifierEnter: (platform) => (platform === "mac" ? "⌘↵" : "Strg ↵"),
  altEnter: (platform) => (platform === "mac" ? "⌥↵" : "Alt ↵"),
  unavailable: "Zurzeit nicht verfügbar",
  failed: (title) => `${title} ist fehlgeschlagen`,
  dismiss: "Ausblenden",
  notices: "Meldungen",
  palette: "Befehlspalette",
  palettePlaceholder: "Aktionen suchen …",
  pagePlaceholder: "Tippen, um zu suchen …",
  paletteInput: "Aktionen suchen",
  paletteList: "Aktionen",
  paletteActions: "Aktionen",
  paletteBack: "Zurück",
  pinned: "Angeheftet",
  recentlyUsed: "Zuletzt benutzt",
  otherActions: "Sonstige",
  noMatches: (query) => `Keine Aktion passt zu „${query}“`,
  noMatchesHint: "Versuchen Sie es mit weniger Buchstaben oder einem anderen Wort.",
  noActions: "Hier gibt es keine Aktionen",
  nothingYet: "Hier ist noch nichts",
  pageLoading: (title) => `${title}: wird geladen …`,
  pageFailed: (title) => `${title} konnte nicht geladen werden`,
  retry: "Erneut versuchen",
  running: (title) => `${title} läuft …`,
  succeeded: (title) => `${title}: erledigt`,
  rowCount: (count) => (count === 1 ? "1 Treffer" : `${count.toLocaleString("de")} Treffer`),
  resultCount: (count) => (count === 1 ? "1 Aktion" : `${count.toLocaleString("de")} Aktionen`),
  footerSelect: "auswählen",
  footerRun: "ausführen",
  footerClose: "schließen",
  footerBack: "zurück",
  toolbar: "Aktionen für den Code",
  moreActions: "Weitere Aktionen",
  hover: (word) => `Über ${word}`,
  hoverContent: "Dokumentation",
  hoverActions: "Aktionen für dieses Wort",
  hoverLoading: "Wird geladen …",
  pin: "Offen halten",
  close: "Schließen",
  consentTitle: "Telemetrie",
  consentIntro:
    "Jede Aktion, die Sie ausführen, wird mit ihrer ID aufgezeichnet und an die Instanz gesendet, mit der Sie verbunden sind, und nirgendwohin sonst.",
  consentSwitch: "Telemetrie senden",
  consentState: (state) => ({ granted: "An", denied: "Aus", unknown: "Nicht entschieden" })[state],
  consentMeaning: (state) =>
    ({
      granted:
        "Die Telemetrie ist an. Ausschalten löscht sofort, was hier wartet, und Ihre anonyme ID.",
      denied: "Die Telemetrie ist aus. Nichts wird aufgezeichnet, gespeichert oder gesendet.",
      unknown:
        "Nichts wird gespeichert oder gesendet, bis Sie entscheiden. So lange warten Ereignisse im Speicher dieser Seite.",
    })[state],
  consentErasing: "Die Telemetrie ist aus. Was wartete und Ihre anonyme ID werden gelöscht …",
  consentFixed: "Sie können das hier nicht ändern.",
  consentRefuse: "Ausgeschaltet lassen",
  consentFailed: "Ihre Entscheidung konnte nicht umgesetzt werden. Bitte versuchen Sie es erneut.",
  consentNotKept:
    "Ihre Entscheidung gilt jetzt, aber dieser Browser konnte sie nicht für den nächsten Besuch behalten.",
  collectedTitle: "Was aufgezeichnet wird",
  collectedFields: (where, count) =>
    where === "event"
      ? `Was jedes Ereignis sagt: ${count} Felder`
      : `Was mit den Ereignissen gesendet wird: ${count} Felder`,
  fieldPresence: (presence) => ({ always: "immer", optional: "manchmal" })[presence],
  fieldPersonalData: (personalData) =>
    ({ none: "", pseudonymous: "zufällige ID", "opt-in": "anfangs aus" })[personalData],
  fieldExample: "Zum Beispiel",
};
