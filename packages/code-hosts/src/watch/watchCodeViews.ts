import type { FileFacts } from "../facts/FileFacts.ts";
import type { CodeHost } from "../host/CodeHost.ts";
import type { CodeHostPage } from "../host/CodeHostPage.ts";
import { createMountKeeper, type Undo, type WantedMount } from "./createMountKeeper.ts";
import { createThrottle } from "./createThrottle.ts";
import { observePage } from "./observePage.ts";
import { pageClock, type WatchClock } from "./WatchClock.ts";

/** A code view that is on the page now. */
export interface ShownCodeView {
  readonly element: HTMLElement;
  /** What it shows, or `undefined` where that cannot be told. */
  readonly facts: FileFacts | undefined;
  /** Where its toolbar goes, or `null` if there is no place for one. */
  readonly toolbarMount: HTMLElement | null;
}

/** What {@link watchCodeViews} calls, and how time passes for it. */
export interface WatchOptions {
  /**
   * Called for each code view that appears, and again when it shows another file or the page has
   * swept its mount away. Returns what undoes it, which is called before that and at the end.
   */
  readonly onCodeView: (codeView: ShownCodeView) => Undo;
  /** Called with the mount beside the buttons of the repository, as `onCodeView` is. */
  readonly onRepository?: (mount: HTMLElement, repository: string) => Undo;
  /** Called with the mount for the palette's button, as `onCodeView` is. */
  readonly onPalette?: (mount: HTMLElement) => Undo;
  /** Called with a mount among the suggestions of the host's search field, as `onCodeView` is. */
  readonly onSearch?: (mount: HTMLElement, input: HTMLInputElement) => Undo;
  /** Told what a callback threw. Nothing else is affected by it. */
  readonly onError?: (error: unknown) => void;
  /** How time passes. Default: as on the page. */
  readonly clock?: WatchClock;
}

/** Milliseconds after which a page that is about to settle is looked at again, and how often at most. */
const settlingLooks = { interval: 500, most: 20 } as const;

/**
 * Watches a page of a code host while it changes: code views that come, go, or show another file
 * after Turbo, pjax, React or the back button have been at work. Each has one mount for its toolbar,
 * and none is left behind. However much the page changes, looking at it takes at most a thirtieth of
 * a core; while it does not change, nothing runs.
 *
 * @param document the page's document
 * @param host the page's code host, by `detectCodeHost`
 * @returns ends it: everything shown is undone, every mount removed, no timer and no listener is left
 * @example
 * ```ts
 * const stop = watchCodeViews(document, host, {
 *   onCodeView: ({ facts, toolbarMount }) => {
 *     if (!toolbarMount || !facts) return () => {};
 *     const root = renderToolbar(toolbarMount, facts);
 *     return () => root.unmount();
 *   },
 * });
 * ```
 */
export function watchCodeViews(document: Document, host: CodeHost, options: WatchOptions): Undo {
  const { onError = () => undefined, clock = pageClock } = options;
  const keeper = createMountKeeper(onError);
  let cancelRescan: Undo | undefined;
  let settlingLeft: number = settlingLooks.most;
  // Pages hold anything. What cannot be read of one is told, and is as good as not there.
  const read: Read = (work, otherwise) => {
    try {
      return work();
    } catch (error) {
      onError(error);
      return otherwise;
    }
  };
  const scan = () => {
    cancelRescan?.();
    const page = { document, url: new URL(document.location.href) };
    keeper.update([
      ...wantedOfPage(page, host, options, read),
      ...wantedOfCodeViews(page, host, options, read),
    ]);
    observer.observe(read(() => host.findShadowRoots?.(document), undefined) ?? []);
    const isSettling = settlingLeft > 0 && read(() => host.isSettling?.(document), false) === true;
    if (isSettling) settlingLeft--;
    const interval = isSettling ? settlingLooks.interval : host.rescanInterval;
    if (interval !== undefined) cancelRescan = clock.delay(throttle.request, interval);
  };
  const throttle = createThrottle(scan, clock);
  const observer = observePage(document, throttle.request);
  throttle.request();
  return () => {
    throttle.close();
    cancelRescan?.();
    observer.close();
    keeper.update([]);
  };
}

type Read = <T>(work: () => T, otherwise: T) => T;

function wantedOfCodeViews(
  page: CodeHostPage,
  host: CodeHost,
  { onCodeView }: WatchOptions,
  read: Read,
): readonly WantedMount[] {
  return read(() => host.findCodeViews(page.document), []).map((element) => {
    const facts = read(() => host.readFileFacts(page, element), undefined);
    return {
      owner: element,
      key: JSON.stringify(facts ?? null),
      getMount: () => host.getToolbarMount(element),
      show: (toolbarMount) => onCodeView({ element, facts, toolbarMount }),
    };
  });
}

// One owner for each mount of the page as a whole.
const repositoryOwner = {};
const paletteOwner = {};
const nothing: Undo = () => undefined;

function wantedOfPage(
  page: CodeHostPage,
  host: CodeHost,
  { onRepository, onPalette, onSearch }: WatchOptions,
  read: Read,
): readonly WantedMount[] {
  const repository = onRepository && read(() => host.readRepository(page), undefined);
  const search = onSearch && read(() => host.getSearch?.(page.document), undefined);
  return [
    onRepository !== undefined &&
      repository !== undefined && {
        owner: repositoryOwner,
        key: repository,
        getMount: () => host.getRepositoryMount(page.document),
        show: (mount: HTMLElement | null) => (mount ? onRepository(mount, repository) : nothing),
      },
    onPalette !== undefined && {
      owner: paletteOwner,
      key: "",
      getMount: () => host.getPaletteMount(page.document),
      show: (mount: HTMLElement | null) => (mount ? onPalette(mount) : nothing),
    },
    onSearch !== undefined &&
      search != null && {
        owner: search.input,
        key: "",
        getMount: () => host.getSearch?.(page.document)?.mount ?? null,
        show: (mount: HTMLElement | null) => (mount ? onSearch(mount, search.input) : nothing),
      },
  ].filter((wanted) => wanted !== false);
}
