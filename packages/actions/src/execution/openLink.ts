import type { ResolvedAction } from "../registry/ResolvedAction.ts";
import type { ExecuteOptions } from "./ExecuteOptions.ts";
import type { ExecutionOutcome } from "./ExecutionOutcome.ts";
import type { ExecutorOptions } from "./ExecutorOptions.ts";
import { toFailed } from "./toOutcome.ts";

/** Follows the link of an action, unless the browser does that itself. */
export function openLink(
  action: ResolvedAction,
  circumstances: ExecuteOptions,
  openURL: ExecutorOptions["openURL"],
): ExecutionOutcome {
  const { link } = action;
  if (circumstances.navigation !== "browser") {
    if (link === undefined || openURL === undefined) return toFailed(action, "open-failed");
    try {
      openURL(link.href, { newTab: circumstances.newTab ?? link.external });
    } catch (cause) {
      return toFailed(action, "open-failed", cause);
    }
  }
  return { status: "opened", actionId: action.id };
}
