import type { MessageSender, ScriptingAPI } from "../../browser/WebExtensionAPI.ts";
import { partFiles } from "../../manifest/fileNames.ts";
import { type Answer, refusal, success } from "../../messages/Answer.ts";
import type { PartName } from "../../messages/PartName.ts";

/**
 * Runs a part of the content script where it was asked for: in the very document, if the browser says
 * which that is, for a tab may have gone on to another. Files of the extension are run and no others,
 * and no page can load any of them.
 */
export async function loadPart(
  scripting: Pick<ScriptingAPI, "executeScript">,
  part: PartName,
  sender: MessageSender,
): Promise<Answer<null>> {
  const { tab, documentId } = sender;
  if (tab?.id === undefined) return notThere;
  try {
    await scripting.executeScript({
      target: { tabId: tab.id, ...(documentId !== undefined && { documentIds: [documentId] }) },
      files: [...partFiles[part]],
    });
    return success(null);
  } catch {
    return notThere;
  }
}

const notThere = refusal("failed", "The page is gone, or may not be changed any more.");
