import { pathToFileURL } from "node:url";
import type { LanguageServerConnection } from "./startLanguageServer.ts";

/** Shows files to one language server. */
export interface DocumentSync {
  /** Makes sure the server sees this text of this file; answers the file's URI. */
  readonly show: (place: string, language: string, text: string) => string;
}

const maxOpen = 32;

/** Opens files in a server as they are asked about, tells it when one has changed and closes the least recent. */
export function createDocumentSync(server: LanguageServerConnection): DocumentSync {
  // In order of use, the most recent last.
  const open = new Map<string, { readonly text: string; readonly version: number }>();

  const closeLeastRecent = () => {
    const [oldest] = open.keys();
    if (open.size > maxOpen && oldest !== undefined) {
      open.delete(oldest);
      server.notify("textDocument/didClose", { textDocument: { uri: oldest } });
    }
  };

  return {
    show: (place, language, text) => {
      const uri = pathToFileURL(place).href;
      const known = open.get(uri);
      const version = known === undefined ? 1 : known.version + (known.text === text ? 0 : 1);
      open.delete(uri);
      open.set(uri, { text, version });
      if (known === undefined) {
        server.notify("textDocument/didOpen", {
          textDocument: { uri, languageId: language, version, text },
        });
        closeLeastRecent();
      } else if (known.text !== text) {
        server.notify("textDocument/didChange", {
          textDocument: { uri, version },
          contentChanges: [{ text }],
        });
      }
      return uri;
    },
  };
}
