import type { Port, RuntimeAPI } from "../../browser/WebExtensionAPI.ts";
import { contentPortName, optionsPortName } from "../../messages/portNames.ts";
import type { SenderRole } from "../../messages/senderTable.ts";

/** The open connections to content scripts and to pages of the extension. */
export interface Ports {
  /** Sends a message to every one of them. */
  broadcast(role: SenderRole, message: unknown): void;
}

/** What the ports work with. */
export interface PortsOptions {
  readonly runtime: Pick<RuntimeAPI, "onConnect">;
  /** Who opened a port, once that can be told. */
  readonly classify: (port: Port) => Promise<SenderRole | undefined>;
  /** What a content script is told first; `undefined` while nothing is known. */
  readonly first: () => unknown;
}

/** Accepts ports, each under the name that its sender may use, and cuts any other off. */
export function createPorts({ runtime, classify, first }: PortsOptions): Ports {
  const open: Record<SenderRole, Set<Port>> = { content: new Set(), options: new Set() };
  const names: Record<SenderRole, string> = { content: contentPortName, options: optionsPortName };

  async function accept(port: Port): Promise<void> {
    let isGone = false;
    port.onDisconnect.addListener(() => {
      isGone = true;
      for (const ports of Object.values(open)) ports.delete(port);
    });
    const role = await classify(port);
    if (isGone) return;
    if (role === undefined || port.name !== names[role]) return port.disconnect();
    open[role].add(port);
    const message = first();
    if (role === "content" && message !== undefined) post(port, message);
  }

  function post(port: Port, message: unknown): void {
    try {
      port.postMessage(message);
    } catch {
      // Its page is gone, and the browser will say so.
      for (const ports of Object.values(open)) ports.delete(port);
    }
  }

  runtime.onConnect.addListener((port) => void accept(port));
  return {
    broadcast(role, message) {
      for (const port of open[role]) post(port, message);
    },
  };
}
