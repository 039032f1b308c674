/** What is used of `chrome.storage.local` or `browser.storage.local`. */
export interface ExtensionStorageArea {
  get(keys: string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}
