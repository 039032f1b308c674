import type { ScriptingAPI } from "../../browser/WebExtensionAPI.ts";
import { instancePattern } from "../../instance-url/instancePattern.ts";
import { fileNames } from "../../manifest/fileNames.ts";
import { publicInstanceURL } from "../../manifest/publicInstanceURL.ts";

/** The name under which the content script is registered for the sites that the person added. */
const scriptId = "added-sites";

/**
 * Registers the content script for the sites that the person added, and for no page of the instance,
 * which needs the permission only to be asked. Resolves to whether that worked.
 *
 * @param sites - Match patterns of whole origins.
 * @param instanceURL - The connected instance.
 */
export async function registerContentScripts(
  scripting: ScriptingAPI,
  sites: readonly string[],
  instanceURL: string,
): Promise<boolean> {
  const instances = [instanceURL, publicInstanceURL].map(instancePattern);
  const matches = sites.filter((site) => !instances.includes(site));
  try {
    const registered = await scripting.getRegisteredContentScripts({ ids: [scriptId] });
    if (registered.length > 0) await scripting.unregisterContentScripts({ ids: [scriptId] });
    if (matches.length === 0) return true;
    await scripting.registerContentScripts([
      {
        id: scriptId,
        matches: [...matches],
        excludeMatches: instances,
        js: [fileNames.content],
        runAt: "document_idle",
        allFrames: false,
        persistAcrossSessions: true,
      },
    ]);
    return true;
  } catch {
    return false;
  }
}
