interface Watch {
  repeating: boolean;
  users: number;
  stop(): void;
}

const watchByDocument = new WeakMap<Document, Watch>();

/**
 * Follows whether the key that is down is being held, in one document, while anybody asks for it:
 * a browser makes a click of every repetition of Enter, and the click does not say so.
 */
export function watchKeyRepeat(document: Document): () => void {
  const watch = watchByDocument.get(document) ?? startWatch(document);
  watch.users += 1;
  return () => {
    watch.users -= 1;
    if (watch.users > 0) return;
    watch.stop();
    watchByDocument.delete(document);
  };
}

/** Whether the key that is down in a watched document is being held. */
export function isKeyRepeating(document: Document): boolean {
  return watchByDocument.get(document)?.repeating ?? false;
}

function startWatch(document: Document): Watch {
  const note = (event: KeyboardEvent) => {
    watch.repeating = event.type === "keydown" && event.repeat;
  };
  const watch: Watch = {
    repeating: false,
    users: 0,
    stop() {
      document.removeEventListener("keydown", note, true);
      document.removeEventListener("keyup", note, true);
    },
  };
  document.addEventListener("keydown", note, true);
  document.addEventListener("keyup", note, true);
  watchByDocument.set(document, watch);
  return watch;
}
