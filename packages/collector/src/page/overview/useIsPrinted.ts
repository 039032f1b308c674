import { useSyncExternalStore } from "react";

const print = window.matchMedia("print");

function subscribe(listener: () => void): () => void {
  print.addEventListener("change", listener);
  return () => print.removeEventListener("change", listener);
}

/** Whether the page is being printed: what is laid out by script is laid out anew for paper. */
export function useIsPrinted(): boolean {
  return useSyncExternalStore(subscribe, () => print.matches);
}
