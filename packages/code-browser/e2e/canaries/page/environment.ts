import { secretOf } from "../../../../../scripts/canaries/secrets/secretOf.ts";

/** What an application and its surroundings have lying about that is none of telemetry's business. */
export function fillEnvironment(): void {
  document.title = secretOf("title of the document");
  window.name = secretOf("name of the window");
  localStorage.setItem("application.note", secretOf("localStorage of the application"));
  localStorage.setItem(secretOf("key in localStorage of the application"), "");
  sessionStorage.setItem("application.notes", secretOf("sessionStorage of the application"));
  document.cookie = `application=${secretOf("cookie of the application", "-")}`;
  // The application's own server is sent the cookie.
  void fetch("/data");
  history.replaceState({ note: secretOf("state of the session history") }, "");
}
