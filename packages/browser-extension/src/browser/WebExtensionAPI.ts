/**
 * What is used of the WebExtension API, in its promise form, which Chrome and Firefox share. What only
 * one of them has is optional.
 */
export interface WebExtensionAPI {
  readonly runtime: RuntimeAPI;
  readonly storage: StorageAPI;
  readonly permissions: PermissionsAPI;
  readonly scripting: ScriptingAPI;
  readonly tabs: TabsAPI;
  readonly alarms: AlarmsAPI;
  readonly omnibox?: OmniboxAPI;
}

/** Something that happens, to which listeners can be added. */
export interface ExtensionEvent<Listener extends (...values: never[]) => unknown> {
  addListener(listener: Listener): void;
  removeListener(listener: Listener): void;
}

/** Who sent a message or opened a port. */
export interface MessageSender {
  readonly id?: string;
  readonly url?: string;
  readonly origin?: string;
  readonly frameId?: number;
  /** Chrome: the very document, also while it is not shown yet. */
  readonly documentId?: string;
  readonly tab?: { readonly id?: number; readonly url?: string };
}

/** One end of a long-lived connection. */
export interface Port {
  readonly name: string;
  readonly sender?: MessageSender;
  postMessage(message: unknown): void;
  disconnect(): void;
  readonly onMessage: ExtensionEvent<(message: unknown) => void>;
  readonly onDisconnect: ExtensionEvent<(port: Port) => void>;
}

/** `runtime` */
export interface RuntimeAPI {
  readonly id: string;
  getURL(path: string): string;
  getManifest(): { readonly version: string };
  connect(info: { readonly name: string }): Port;
  sendMessage(message: unknown): Promise<unknown>;
  openOptionsPage(): Promise<void>;
  setUninstallURL(url: string): Promise<void>;
  readonly onMessage: ExtensionEvent<
    (message: unknown, sender: MessageSender, respond: (answer: unknown) => void) => boolean
  >;
  readonly onConnect: ExtensionEvent<(port: Port) => void>;
  readonly onInstalled: ExtensionEvent<
    (details: { readonly reason: string; readonly temporary?: boolean }) => void
  >;
  readonly onStartup: ExtensionEvent<() => void>;
}

/** `storage.local` */
export interface LocalStorageAreaAPI {
  get(keys: string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
  /** Chrome: keeps content scripts out. */
  setAccessLevel?(options: { readonly accessLevel: "TRUSTED_CONTEXTS" }): Promise<void>;
}

/** How items of an area changed, by key; what was removed has no new value. */
export type StorageChanges = Readonly<Record<string, { readonly newValue?: unknown }>>;

/** `storage.managed`: what an administrator prescribes. */
export interface ManagedStorageAreaAPI {
  /** Firefox rejects when nobody prescribed anything. */
  get(keys: null): Promise<Record<string, unknown>>;
  readonly onChanged: ExtensionEvent<(changes: StorageChanges) => void>;
}

/** `storage` */
export interface StorageAPI {
  readonly local: LocalStorageAreaAPI;
  /** In the browser's memory, and out of reach of content scripts. */
  readonly session?: LocalStorageAreaAPI;
  readonly managed?: ManagedStorageAreaAPI;
}

/** A set of permissions. */
export interface PermissionSet {
  readonly origins?: string[];
  readonly permissions?: string[];
  /** Firefox, from version 140. */
  readonly data_collection?: string[];
}

/** `permissions` */
export interface PermissionsAPI {
  getAll(): Promise<PermissionSet>;
  contains(permissions: PermissionSet): Promise<boolean>;
  /** Only while a gesture is being handled. */
  request(permissions: PermissionSet): Promise<boolean>;
  remove(permissions: PermissionSet): Promise<boolean>;
  readonly onAdded: ExtensionEvent<(permissions: PermissionSet) => void>;
  readonly onRemoved: ExtensionEvent<(permissions: PermissionSet) => void>;
}

/** A content script that is registered at run time. */
export interface RegisteredContentScript {
  readonly id: string;
  readonly matches: string[];
  readonly excludeMatches?: string[];
  readonly js: string[];
  readonly runAt: "document_idle";
  readonly allFrames: false;
  readonly persistAcrossSessions: boolean;
}

/** `scripting` */
export interface ScriptingAPI {
  registerContentScripts(scripts: RegisteredContentScript[]): Promise<void>;
  unregisterContentScripts(filter: { readonly ids: string[] }): Promise<void>;
  getRegisteredContentScripts(filter: {
    readonly ids: string[];
  }): Promise<readonly { readonly id: string }[]>;
  executeScript(injection: {
    readonly target: { readonly tabId: number; readonly documentIds?: string[] };
    readonly files: string[];
  }): Promise<unknown>;
}

/** A tab. Its address is only there where the extension may see it. */
export interface Tab {
  readonly id?: number;
  readonly index: number;
  readonly url?: string;
}

/** `tabs` */
export interface TabsAPI {
  query(filter: {
    readonly active?: boolean;
    readonly currentWindow?: boolean;
    readonly url?: string[];
  }): Promise<readonly Tab[]>;
  create(properties: {
    readonly url: string;
    readonly active?: boolean;
    readonly index?: number;
  }): Promise<Tab>;
  update(tabId: number, properties: { readonly url: string }): Promise<unknown>;
  remove(tabId: number): Promise<void>;
  /** The tab that a page of the extension is in; `undefined` in the popup. */
  getCurrent(): Promise<Tab | undefined>;
}

/** `alarms` */
export interface AlarmsAPI {
  create(name: string, info: { readonly periodInMinutes: number }): Promise<void> | void;
  clear(name: string): Promise<boolean>;
  readonly onAlarm: ExtensionEvent<(alarm: { readonly name: string }) => void>;
}

/** Where what was typed after the keyword is to be opened. */
export type OmniboxDisposition = "currentTab" | "newForegroundTab" | "newBackgroundTab";

/** One suggestion below the address bar. Chrome reads XML in its description, Firefox plain text. */
export interface OmniboxSuggestion {
  readonly content: string;
  readonly description: string;
}

/** `omnibox` */
export interface OmniboxAPI {
  setDefaultSuggestion(suggestion: { readonly description: string }): Promise<void> | void;
  readonly onInputStarted: ExtensionEvent<() => void>;
  readonly onInputChanged: ExtensionEvent<
    (text: string, suggest: (suggestions: OmniboxSuggestion[]) => void) => void
  >;
  readonly onInputEntered: ExtensionEvent<(text: string, disposition: OmniboxDisposition) => void>;
}
