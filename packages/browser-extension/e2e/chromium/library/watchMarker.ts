import type { OpenPage } from "./setUpExtension.ts";

/** Notes, in the page itself, when the link in its toolbar has no marker any more, or is gone. */
const note = `function () {
  const look = () => {
    if (!this.isConnected || !this.href.includes("utm_source")) globalThis.unmarkedAt ??= Date.now();
  };
  globalThis.unmarkedAt = undefined;
  for (const root of [document, this.getRootNode()])
    new MutationObserver(look).observe(root, { attributes: true, childList: true, subtree: true });
}`;

/**
 * Watches the link in the toolbar of a page, in a shadow root that only the debugger can look into.
 *
 * @returns resolves to when it lost its marker, in milliseconds since 1970
 */
export async function watchMarker({ page, ui }: OpenPage): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  const { backendNodeId } = await ui.one("link", "View file");
  const { object } = await session.send("DOM.resolveNode", { backendNodeId });
  await session.send("Runtime.callFunctionOn", {
    objectId: object.objectId ?? "",
    functionDeclaration: note,
  });
  return async () => {
    const noted = await page.waitForFunction("globalThis.unmarkedAt", undefined, { polling: 50 });
    return Number(await noted.jsonValue());
  };
}
