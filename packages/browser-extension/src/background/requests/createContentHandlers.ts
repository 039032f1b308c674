import type { RuntimeAPI, ScriptingAPI, TabsAPI } from "../../browser/WebExtensionAPI.ts";
import { type Answer, refusal, type RequestErrorCode, success } from "../../messages/Answer.ts";
import type { RepositoryInfo } from "../../messages/CodeIntelligence.ts";
import type { RecordInput } from "../../messages/RecordInput.ts";
import type { ClientHost } from "../client/createClientHost.ts";
import type { ConsentPolicy } from "../consent/createConsentPolicy.ts";
import type { ReportingHost } from "../errors/createReportingHost.ts";
import type { ExtensionCommands } from "../extensions/createExtensionCommands.ts";
import type { InstanceAPI } from "../instance/createInstanceAPI.ts";
import type { InstanceState } from "../instance/createInstanceState.ts";
import type { RepositoryCache } from "../instance/createRepositoryCache.ts";
import type { InstanceError, InstanceResult } from "../instance/InstanceResult.ts";
import { loadPart } from "../pages/loadPart.ts";
import type { SettingsStore } from "../settings/createSettingsStore.ts";
import type { RequestHandlers } from "./RequestHandlers.ts";

/** What content scripts' requests are answered with. */
export interface ContentHandlersOptions {
  readonly settings: SettingsStore;
  readonly policy: ConsentPolicy;
  readonly client: ClientHost;
  readonly instance: InstanceState;
  readonly repositories: RepositoryCache;
  readonly commands: ExtensionCommands;
  readonly reporting: ReportingHost;
  readonly runtime: Pick<RuntimeAPI, "openOptionsPage">;
  readonly tabs: Pick<TabsAPI, "update">;
  readonly scripting: Pick<ScriptingAPI, "executeScript">;
  /** Is called when an event was recorded, which may have to be sent later. */
  readonly onRecord: () => void;
}

type ContentKind =
  | "record"
  | "hover"
  | "definition"
  | "references"
  | "repository"
  | "command"
  | "load"
  | "checkSession"
  | "reportError"
  | "openOptions";

/** Makes the handlers of the requests that content scripts may send. */
export function createContentHandlers(
  options: ContentHandlersOptions,
): RequestHandlers<ContentKind> {
  const { settings, policy, client, instance, repositories, commands, tabs, onRecord } = options;

  const isEnabled = () => settings.getSnapshot()?.enabled === true;

  async function ask<T>(
    question: (api: InstanceAPI) => Promise<InstanceResult<T>>,
  ): Promise<Answer<T>> {
    const { api } = instance;
    if (!isEnabled() || api === undefined) return switchedOff;
    const result = await question(api);
    return result.ok ? success(result.value) : refusal(...troubles[result.error]);
  }

  const askRepository = (name: string): Promise<Answer<RepositoryInfo>> =>
    ask((api) => repositories(api, name));

  /** Under a strict policy the public instance only hears of repositories that it knows to be public. */
  async function mayRecord(input: RecordInput): Promise<boolean> {
    await policy.ready;
    const url = settings.getSnapshot()?.instanceURL ?? "";
    if (policy.decide(url, "unknown").state === policy.decide(url).state) return true;
    if (input.repository === undefined) return false;
    const info = await askRepository(input.repository);
    return info.ok && policy.decide(url, info.value.visibility).state !== "denied";
  }

  return {
    async record(input) {
      if (!isEnabled()) return switchedOff;
      const at = client.current;
      if (!(await mayRecord(input))) return success(null);
      const { name, repository: _known, ...details } = input;
      // It was meant for the instance that was connected when it happened.
      if (at !== undefined && at === client.current) {
        at.recorder.recordAction({ actionId: name, ...details });
        onRecord();
      }
      return success(null);
    },
    hover: (position) => ask((api) => api.hover(position)),
    definition: (position) => ask((api) => api.definitions(position)),
    references: (position) => ask((api) => api.references(position)),
    repository: ({ name }) => askRepository(name),
    async command(input, sender) {
      if (!isEnabled()) return switchedOff;
      const tabId = sender.tab?.id;
      const answer = await commands.run(input, {
        async openProgram(url) {
          if (tabId !== undefined) await tabs.update(tabId, { url });
        },
      });
      // The code of an extension may have recorded something of its own.
      onRecord();
      return answer;
    },
    async load({ part }, sender) {
      return isEnabled() ? loadPart(options.scripting, part, sender) : switchedOff;
    },
    ...createDoers(options),
  };
}

/** The handlers of what is done and needs no answer. */
function createDoers(
  options: ContentHandlersOptions,
): RequestHandlers<"checkSession" | "reportError" | "openOptions"> {
  const { instance, reporting, runtime } = options;
  return {
    async checkSession() {
      await instance.refresh();
      return success(null);
    },
    async reportError({ report }) {
      reporting.forward(report);
      return success(null);
    },
    async openOptions() {
      await runtime.openOptionsPage();
      return success(null);
    },
  };
}

const switchedOff = refusal("refused", "The extension is switched off.");

const troubles: Readonly<Record<InstanceError, readonly [RequestErrorCode, string]>> = {
  unreachable: ["unreachable", "The instance did not answer."],
  "signed-out": ["signed-out", "Sign in at the instance to see this."],
  failed: ["failed", "The instance could not answer."],
};
