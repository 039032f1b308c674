import type { Control, Sink } from "./Sink.ts";

/** Calls by which a page hands a text to other pages, workers, servers and listeners. */
export const messageSinks: readonly Sink[] = [
  messages("broadcast channels", ({ text }) => new BroadcastChannel("control").postMessage(text)),
  messages("messages to windows", ({ text }) => window.postMessage(text, "*")),
  messages("message ports", ({ text }) => new MessageChannel().port1.postMessage(text)),
  // Without a worker the call fails, after it was heard.
  messages("workers", ({ text }) => Worker.prototype.postMessage.call(null, text)),
  messages("service workers", ({ text }) => ServiceWorker.prototype.postMessage.call(null, text)),
  messages("locks", ({ text }) => void navigator.locks.request(text, () => undefined)),
  messages("beacons", ({ text }) => navigator.sendBeacon("/", text)),
  messages("web sockets", ({ text }) => WebSocket.prototype.send.call(null, text)),
  messages("event streams", ({ text }) => new EventSource(`/?${encodeURIComponent(text)}`).close()),
  messages("peer connections", ({ text }) =>
    (RTCDataChannel.prototype.send as (data: string) => void).call(null, text),
  ),
  messages("clipboard", ({ text }) => navigator.clipboard.writeText(text)),
  messages("windows", ({ text }) => Reflect.apply(window.open, {}, [text])),
  messages("events of the document", ({ text }) => {
    document.dispatchEvent(new CustomEvent("control", { detail: text }));
  }),
];

function messages(name: string, call: (control: Control) => unknown): Sink {
  return {
    name,
    read: ({ heard }) =>
      heard
        .filter(({ sink }) => sink === name)
        .map(({ text }) => text)
        .join("\n"),
    plant: ({ page }, control) => page.evaluate(call, control).catch(() => undefined),
  };
}
