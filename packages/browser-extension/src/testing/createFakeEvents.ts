import type {
  OmniboxAPI,
  PermissionSet,
  RuntimeAPI,
  StorageChanges,
} from "../browser/WebExtensionAPI.ts";
import { createFakeEvent } from "./createFakeEvent.ts";

type ListenerOf<Event> = Event extends { addListener(listener: infer Listener): void }
  ? Listener extends (...values: never[]) => unknown
    ? Listener
    : never
  : never;

/** Everything that happens in the fake browser. */
export type FakeEvents = ReturnType<typeof createFakeEvents>;

/** Makes the events, without listeners. */
export function createFakeEvents() {
  return {
    onMessage: createFakeEvent<ListenerOf<RuntimeAPI["onMessage"]>>(),
    onConnect: createFakeEvent<ListenerOf<RuntimeAPI["onConnect"]>>(),
    onInstalled: createFakeEvent<ListenerOf<RuntimeAPI["onInstalled"]>>(),
    onStartup: createFakeEvent<ListenerOf<RuntimeAPI["onStartup"]>>(),
    onAdded: createFakeEvent<(permissions: PermissionSet) => void>(),
    onRemoved: createFakeEvent<(permissions: PermissionSet) => void>(),
    onManagedChanged: createFakeEvent<(changes: StorageChanges) => void>(),
    onAlarm: createFakeEvent<(alarm: { readonly name: string }) => void>(),
    onInputStarted: createFakeEvent<ListenerOf<OmniboxAPI["onInputStarted"]>>(),
    onInputChanged: createFakeEvent<ListenerOf<OmniboxAPI["onInputChanged"]>>(),
    onInputEntered: createFakeEvent<ListenerOf<OmniboxAPI["onInputEntered"]>>(),
  };
}
