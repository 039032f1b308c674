import { readTheme, type PageTheme } from "./readTheme.ts";
import { watchTheme } from "./watchTheme.ts";

/** Something that takes the theme of where it stands. */
interface Follower {
  readonly background: Element;
  readonly onTheme: (theme: PageTheme) => void;
}

interface Following {
  readonly followers: Set<Follower>;
  readonly end: () => void;
}

const followingByDocument = new WeakMap<Document, Following>();

/**
 * Tells whether the page is light or dark where an element stands, at once and after each change. A
 * page may have a hundred code views, so one observer serves all that follow, once a frame at most.
 *
 * @returns ends it
 */
export function followTheme(background: Element, onTheme: (theme: PageTheme) => void): () => void {
  const { ownerDocument: document } = background;
  const following = followingByDocument.get(document) ?? start(document);
  const follower = { background, onTheme };
  following.followers.add(follower);
  onTheme(readTheme(background));
  return () => {
    following.followers.delete(follower);
    if (following.followers.size > 0) return;
    following.end();
    followingByDocument.delete(document);
  };
}

function start(document: Document): Following {
  const followers = new Set<Follower>();
  let frame: number | undefined;
  const tell = () => {
    frame = undefined;
    for (const { background, onTheme } of followers) onTheme(readTheme(background));
  };
  const endWatch = watchTheme(document, () => {
    frame ??= requestAnimationFrame(tell);
  });
  const end = () => {
    endWatch();
    if (frame !== undefined) cancelAnimationFrame(frame);
  };
  const following = { followers, end };
  followingByDocument.set(document, following);
  return following;
}
