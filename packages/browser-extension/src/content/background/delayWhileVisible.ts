/**
 * Calls back after some milliseconds, or once the page is seen again if it is hidden by then.
 *
 * @returns prevents it
 */
export function delayWhileVisible(callback: () => void, milliseconds: number): () => void {
  const run = () => {
    if (document.visibilityState === "hidden") return;
    cancel();
    callback();
  };
  const timer = setTimeout(() => {
    document.addEventListener("visibilitychange", run);
    run();
  }, milliseconds);
  const cancel = () => {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", run);
  };
  return cancel;
}
