/** A way out of a page that is a function: what it is called with is noted. */
export interface TappedCall {
  /** The sink it belongs to. */
  readonly sink: string;
  /** Where the function is, from the global object on. A constructor's own name has no method. */
  readonly path: readonly [owner: string, method?: string];
}

/** Every function of a page that hands a text to somebody or keeps it. */
export const tappedCalls: readonly TappedCall[] = [
  // Or into `sessionStorage`, by what it is called on.
  { sink: "localStorage", path: ["Storage", "setItem"] },
  { sink: "IndexedDB", path: ["IDBFactory", "open"] },
  { sink: "IndexedDB", path: ["IDBObjectStore", "put"] },
  { sink: "IndexedDB", path: ["IDBObjectStore", "add"] },
  { sink: "caches", path: ["CacheStorage", "open"] },
  { sink: "caches", path: ["Cache", "put"] },
  { sink: "caches", path: ["Cache", "add"] },
  { sink: "session history", path: ["History", "pushState"] },
  { sink: "session history", path: ["History", "replaceState"] },
  { sink: "broadcast channels", path: ["BroadcastChannel"] },
  { sink: "broadcast channels", path: ["BroadcastChannel", "postMessage"] },
  { sink: "messages to windows", path: ["window", "postMessage"] },
  { sink: "message ports", path: ["MessagePort", "postMessage"] },
  { sink: "workers", path: ["Worker"] },
  { sink: "workers", path: ["SharedWorker"] },
  { sink: "workers", path: ["Worker", "postMessage"] },
  { sink: "service workers", path: ["ServiceWorkerContainer", "register"] },
  { sink: "service workers", path: ["ServiceWorker", "postMessage"] },
  { sink: "locks", path: ["LockManager", "request"] },
  { sink: "beacons", path: ["Navigator", "sendBeacon"] },
  { sink: "web sockets", path: ["WebSocket"] },
  { sink: "web sockets", path: ["WebSocket", "send"] },
  { sink: "event streams", path: ["EventSource"] },
  { sink: "peer connections", path: ["RTCDataChannel", "send"] },
  { sink: "clipboard", path: ["Clipboard", "writeText"] },
  { sink: "windows", path: ["window", "open"] },
  { sink: "events of the document", path: ["CustomEvent"] },
];
