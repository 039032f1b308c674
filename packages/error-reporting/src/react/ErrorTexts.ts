/** What {@link ErrorMessage} says. */
export interface ErrorTexts {
  readonly title: string;
  readonly message: string;
  /** The title when a part of the application could not be loaded. */
  readonly chunkTitle: string;
  readonly chunkMessage: string;
  readonly tryAgain: string;
  readonly reload: string;
  readonly details: string;
  /** Under the details. */
  readonly local: string;
}

/** English. */
export const englishTexts: ErrorTexts = {
  title: "Something went wrong here",
  message:
    "This part of the page could not be shown. Try again; if it happens again, reload the page.",
  chunkTitle: "A part of this page could not be loaded",
  chunkMessage: "A new version may have been installed, or the network is gone. Reload the page.",
  tryAgain: "Try again",
  reload: "Reload the page",
  details: "Details",
  local: "These details stay on this page. They are sent nowhere.",
};

/** German. */
export const germanTexts: ErrorTexts = {
  title: "Hier ist etwas schiefgegangen",
  message:
    "Dieser Teil der Seite konnte nicht angezeigt werden. Versuchen Sie es noch einmal, oder laden Sie die Seite neu.",
  chunkTitle: "Ein Teil dieser Seite konnte nicht geladen werden",
  chunkMessage:
    "Vielleicht gibt es eine neue Version, oder die Verbindung fehlt. Laden Sie die Seite neu.",
  tryAgain: "Noch einmal versuchen",
  reload: "Seite neu laden",
  details: "Einzelheiten",
  local: "Diese Einzelheiten bleiben auf dieser Seite. Sie werden nirgendwohin gesendet.",
};
