import { newTracker, trackStructEvent } from "@snowplow/browser-tracker";
import type { StartClient } from "./StartClient.ts";

/** Settings: `EmitterConfigurationBase` and `LocalStorageEventStoreConfigurationBase` of its types. */
export const start: StartClient = (instance) => {
  newTracker("benchmark", instance, {
    appId: "benchmark",
    eventMethod: "post",
    // "Recommended to leave as 1 to reduce change of losing events"
    bufferSize: 1,
    keepalive: true,
    stateStorageStrategy: "cookieAndLocalStorage",
    useLocalStorage: true,
    maxLocalStorageQueueSize: 5000,
  });
  return (marker) => {
    trackStructEvent({ category: "benchmark", action: "recorded", label: String(marker) });
  };
};
