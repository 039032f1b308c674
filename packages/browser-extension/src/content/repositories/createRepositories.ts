import type { Visibility } from "@action-telemetry/code-hosts";
import type { Background } from "../../messages/Background.ts";
import type { ExtensionState } from "../../messages/ExtensionState.ts";
import type { Presence } from "./Presence.ts";

/** What {@link createRepositories} works with. */
export interface RepositoriesOptions {
  readonly background: Pick<Background, "repository" | "checkSession">;
  /** Who may see a repository, where the page says it. */
  readonly getVisibility: (name: string) => Visibility | undefined;
  /** Told that something has become known. */
  readonly onChange: () => void;
}

/** Knows which repositories the connected instance has. */
export interface Repositories {
  /** What is known of one, by the name the instance would know it by. Asks where nothing is. */
  readonly get: (name: string) => Presence;
  /** Follows another state of the worker. */
  readonly update: (state: ExtensionState) => void;
}

/** How many are remembered; a page shows one, or few. */
const most = 100;

/**
 * Asks the instance for the repositories that a page shows, each once. An instance that is everybody's
 * is only asked for those that everybody may see, by the page's own word. What was known stays until
 * there is an answer, so that nothing flickers; where it is missing it is asked for again when somebody
 * has signed in.
 */
export function createRepositories(options: RepositoriesOptions): Repositories {
  const { background, getVisibility, onChange } = options;
  const known = new Map<string, { readonly presence: Presence; readonly isSignedOut: boolean }>();
  let instance: ExtensionState["instance"] | undefined;

  async function ask(name: string, isSignedOut: boolean): Promise<void> {
    const url = instance?.url;
    const answer = await background.repository(name);
    if (instance?.url !== url) return;
    if (!answer.ok && answer.error.code === "signed-out") background.checkSession();
    const presence = answer.ok ? (answer.value.exists ? "there" : "missing") : "unknown";
    const before = known.get(name)?.presence;
    known.set(name, { presence, isSignedOut });
    if (presence !== before) onChange();
  }

  return {
    get(name) {
      if (instance === undefined || instance.session === "unreachable") return "unknown";
      const visibility = instance.selfHosted ? "public" : getVisibility(name);
      if (visibility === "private") return "private";
      if (visibility === undefined) return "unknown";
      const before = known.get(name);
      const presence = before?.presence ?? "asking";
      const isSignedOut = instance.session === "signed-out";
      if (presence === "there" || before?.isSignedOut === isSignedOut) return presence;
      if (known.size >= most) known.clear();
      known.set(name, { presence, isSignedOut });
      void ask(name, isSignedOut);
      return presence;
    },
    update(state) {
      const wasReached = instance?.session !== "unreachable";
      if (instance?.url !== state.instance.url || !wasReached) known.clear();
      instance = state.instance;
    },
  };
}
