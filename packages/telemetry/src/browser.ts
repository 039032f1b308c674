export {
  type BrowserTelemetryClientOptions,
  createBrowserTelemetryClient,
} from "./browser/createBrowserTelemetryClient.ts";
export {
  createIndexedDBStorage,
  type IndexedDBStorageOptions,
} from "./browser/createIndexedDBStorage.ts";
