import type { MessageSender, Port } from "../browser/WebExtensionAPI.ts";
import { createFakeEvent, type FakeEvent } from "./createFakeEvent.ts";

/** One end of a port, as the one who opened it sees it. */
export interface FakeConnection {
  /** What the worker sent. */
  readonly messages: unknown[];
  readonly isOpen: boolean;
  disconnect(): void;
}

/** Makes both ends of a port. */
export function createFakeConnection(name: string, sender: MessageSender) {
  const messages: unknown[] = [];
  const onDisconnect: FakeEvent<(port: Port) => void> = createFakeEvent();
  let isOpen = true;
  const port: Port = {
    name,
    sender,
    postMessage(message) {
      if (!isOpen) throw new Error("Attempting to use a disconnected port object");
      messages.push(structuredClone(message));
    },
    disconnect() {
      isOpen = false;
    },
    onMessage: createFakeEvent<(message: unknown) => void>(),
    onDisconnect,
  };
  return {
    port,
    messages,
    get isOpen() {
      return isOpen;
    },
    end() {
      isOpen = false;
    },
    disconnect() {
      isOpen = false;
      onDisconnect.emit(port);
    },
  };
}
