import { noChannel, type TabChannel } from "../platform/TabChannel.ts";

/** Makes a channel to the other tabs of the same origin, by name. */
export function createBroadcastTabChannel(name: string): TabChannel {
  if (typeof BroadcastChannel === "undefined") return noChannel;
  const channel = new BroadcastChannel(name);
  return {
    post: (message) => channel.postMessage(message),
    subscribe(listener) {
      channel.onmessage = (event) => listener(event.data);
      return () => channel.close();
    },
  };
}
