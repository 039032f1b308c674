import {
  type ActionExecution,
  createExecutor,
  defineAction,
  resolveAction,
} from "@action-telemetry/actions";
import { createInstanceLinks, type UTMPlatform } from "@action-telemetry/code-hosts";
import type { OmniboxAPI, OmniboxDisposition, TabsAPI } from "../../browser/WebExtensionAPI.ts";
import { createLatest } from "../../browser/createLatest.ts";
import type { InstanceAPI } from "../instance/createInstanceAPI.ts";

/** What the omnibox works with; each is asked when it is needed. */
export interface OmniboxOptions {
  readonly omnibox: OmniboxAPI;
  readonly tabs: TabsAPI;
  /** Resolves when the settings have been read. */
  readonly ready: Promise<void>;
  readonly instance: () => {
    readonly url: string;
    readonly api: InstanceAPI | undefined;
    readonly platform: UTMPlatform;
    /** Whether links may carry their marker. */
    readonly markers: boolean;
  };
  /** Records that a search was opened: its ID alone. */
  readonly record: (execution: ActionExecution) => void;
  /** Is told of what went wrong, and with which action. */
  readonly onFailure: (thrown: unknown, action: { readonly actionId: string }) => void;
  /** Firefox reads descriptions as plain text, Chrome as XML. */
  readonly isFirefox: boolean;
}

/**
 * Searches the instance from the address bar: `src` and what to look for. What was typed goes to the
 * instance as a search, and nowhere else; it is no part of any event.
 */
export function registerOmnibox(options: OmniboxOptions): void {
  const { omnibox, tabs, ready, instance, record, onFailure, isFirefox } = options;
  const executor = createExecutor({
    record,
    getCommand: () => undefined,
    onFailure: ({ cause }, actionId) => onFailure(cause, { actionId }),
  });
  const describe = (text: string) => (isFirefox ? text : escapeXML(text));
  const takeTurn = createLatest();

  omnibox.onInputStarted.addListener(() => {
    void ready.then(() => {
      const { host } = new URL(instance().url);
      return omnibox.setDefaultSuggestion({ description: describe(`Search code on ${host}`) });
    });
  });

  async function suggest(text: string) {
    const turn = takeTurn();
    await ready;
    const found =
      (await instance().api?.suggestions(`${text} type:repo|path|symbol count:5`)) ?? [];
    // An earlier answer that comes later belongs to another text.
    return turn()
      ? found.map(({ query, title }) => ({ content: query, description: describe(title) }))
      : undefined;
  }

  omnibox.onInputChanged.addListener((text, respond) => {
    if (text.trim() === "") return;
    void suggest(text.trim()).then((suggestions) => suggestions && respond(suggestions));
  });

  async function open(text: string, disposition: OmniboxDisposition): Promise<void> {
    const { url: instanceURL, platform, markers } = instance();
    const { href } = createInstanceLinks({ instanceURL, platform, markers }).omnibox(text);
    if (disposition !== "currentTab") {
      await tabs.create({ url: href, active: disposition === "newForegroundTab" });
      return;
    }
    // A tab that is only sent elsewhere keeps the focus in its address bar; a new one does not.
    const [current] = await tabs.query({ active: true, currentWindow: true });
    await tabs.create({ url: href, ...(current && { index: current.index }) });
    if (current?.id !== undefined) await tabs.remove(current.id);
  }

  async function enter(text: string, disposition: OmniboxDisposition): Promise<void> {
    await ready;
    const search = defineAction({
      id: "omnibox.search",
      title: "Search the instance",
      allowOverlap: true,
      run: () => open(text, disposition),
    });
    // How it ends, as in a window that has just been closed, changes nothing here.
    await executor.execute(resolveAction(search), { surface: "omnibox", trigger: "keyboard" });
  }

  omnibox.onInputEntered.addListener((text, disposition) => {
    if (text.trim() !== "") void enter(text.trim(), disposition);
  });
}

function escapeXML(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&apos;");
}
