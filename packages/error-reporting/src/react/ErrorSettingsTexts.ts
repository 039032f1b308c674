/** What {@link ErrorReportingSettings} says. */
export interface ErrorSettingsTexts {
  readonly title: string;
  readonly text: string;
  readonly allow: string;
  readonly notKept: string;
  readonly told: string;
  /** How many reports were sent, and how many were not. */
  readonly sent: (sent: number, dropped: number) => string;
  /** The name of one report. */
  readonly report: string;
}

/** English. */
export const englishSettingsTexts: ErrorSettingsTexts = {
  title: "Error reports",
  text: "When something goes wrong here, a report can say what kind of error it was and where in our own scripts it happened. It never says what the error's message is, which page, repository or file you were on, or what you typed.",
  allow: "Allow error reporting",
  notKept: "Your decision holds on this page, but it could not be kept for the next visit.",
  told: "What a report says",
  sent: (sent, dropped) => `Sent: ${sent}. Not sent: ${dropped}.`,
  report: "Report as sent",
};

/** German. */
export const germanSettingsTexts: ErrorSettingsTexts = {
  title: "Fehlerberichte",
  text: "Wenn hier etwas schiefgeht, kann ein Bericht sagen, welche Art von Fehler es war und wo in unseren eigenen Skripten er auftrat. Er sagt nie, wie die Fehlermeldung lautet, auf welcher Seite, in welchem Repository oder in welcher Datei Sie waren oder was Sie eingegeben haben.",
  allow: "Fehlerberichte erlauben",
  notKept:
    "Ihre Entscheidung gilt auf dieser Seite, konnte aber nicht für den nächsten Besuch gespeichert werden.",
  told: "Was ein Bericht sagt",
  sent: (sent, dropped) => `Gesendet: ${sent}. Nicht gesendet: ${dropped}.`,
  report: "Bericht, wie er gesendet wurde",
};
