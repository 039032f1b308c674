export {
  createExtensionStorage,
  type ExtensionStorageOptions,
} from "./extension/createExtensionStorage.ts";
export {
  createExtensionTelemetryClient,
  type ExtensionTelemetryClientOptions,
} from "./extension/createExtensionTelemetryClient.ts";
export type { ExtensionStorageArea } from "./extension/ExtensionStorageArea.ts";
