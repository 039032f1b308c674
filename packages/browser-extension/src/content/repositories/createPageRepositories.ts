import type { CodeHost } from "@action-telemetry/code-hosts";
import type { Background } from "../../messages/Background.ts";
import { repositoryContext, type ContextPatch } from "../actions/codeViewContext.ts";
import type { InstanceView } from "../actions/InstanceView.ts";
import { createRepositories, type Repositories } from "./createRepositories.ts";
import type { Presence } from "./Presence.ts";

/** What {@link createPageRepositories} works with. */
export interface PageRepositoriesOptions {
  readonly document: Document;
  readonly host: CodeHost;
  readonly background: Background;
  readonly getInstance: () => InstanceView | undefined;
  /** Told that something has become known. */
  readonly onChange: () => void;
}

/** The repositories of a page: the one that it is about, and those of what it shows. */
export interface PageRepositories extends Pick<Repositories, "update"> {
  /** The one it is about, by the name the instance knows it by. */
  readonly readName: () => string | undefined;
  /** What is known of one of them at the instance. */
  readonly getPresence: (name: string) => Presence;
  /** What actions can ask about the one it is about. */
  readonly readContext: () => ContextPatch;
}

/** Makes the repositories of a page, which nothing is known of yet. */
export function createPageRepositories(options: PageRepositoriesOptions): PageRepositories {
  const { document, host, background, getInstance, onChange } = options;
  const readPage = () => ({ document, url: new URL(document.URL) });
  const readName = () => host.readRepository(readPage());
  const { get, update } = createRepositories({
    background,
    getVisibility: (name) => (name === readName() ? host.readVisibility?.(readPage()) : undefined),
    onChange,
  });
  // Who has to sign in first sees nothing of it, so nothing is asked.
  const getPresence = (name: string) =>
    getInstance()?.needsSignIn === false ? get(name) : ("unknown" as const);
  return {
    readName,
    getPresence,
    readContext() {
      const name = readName();
      const presence = name === undefined ? "unknown" : getPresence(name);
      return repositoryContext(name, getInstance(), presence);
    },
    update,
  };
}
