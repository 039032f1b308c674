import type { RuntimeAPI, ScriptingAPI, TabsAPI } from "../../browser/WebExtensionAPI.ts";
import { type Answer, refusal, type RequestErrorCode, success } from "../../messages/Answer.ts";
import type { ReportingHost } from "../errors/createReportingHost.ts";
import type { EventIntake } from "../events/createIntake.ts";
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
  readonly intake: EventIntake;
  readonly instance: InstanceState;
  readonly repositories: RepositoryCache;
  readonly commands: ExtensionCommands;
  readonly reporting: ReportingHost;
  readonly runtime: Pick<RuntimeAPI, "openOptionsPage">;
  readonly tabs: Pick<TabsAPI, "update">;
  readonly scripting: Pick<ScriptingAPI, "executeScript">;
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
  const { settings, intake, instance, repositories, commands, tabs } = options;

  const isEnabled = () => settings.getSnapshot()?.enabled === true;

  async function ask<T>(
    question: (api: InstanceAPI) => Promise<InstanceResult<T>>,
  ): Promise<Answer<T>> {
    const { api } = instance;
    if (!isEnabled() || api === undefined) return switchedOff;
    const result = await question(api);
    return result.ok ? success(result.value) : refusal(...troubles[result.error]);
  }

  return {
    record: async (input) => ((await intake.take(input)) ? success(null) : switchedOff),
    hover: (position) => ask((api) => api.hover(position)),
    definition: (position) => ask((api) => api.definitions(position)),
    references: (position) => ask((api) => api.references(position)),
    repository: ({ name }) => ask((api) => repositories(api, name)),
    async command(input, sender) {
      if (!isEnabled()) return switchedOff;
      const tabId = sender.tab?.id;
      return commands.run(input, {
        async openProgram(url) {
          if (tabId !== undefined) await tabs.update(tabId, { url });
        },
      });
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
