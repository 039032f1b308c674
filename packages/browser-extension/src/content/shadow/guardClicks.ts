import { isCovered } from "./isCovered.ts";
import { createVisibilityWatch, type VisibilityWatch } from "./watchVisibility.ts";

/** What {@link guardClicks} works with. */
export interface GuardOptions {
  /** Told when a click was refused, to say so to the person. */
  readonly onRefused: () => void;
  /** Default: by what the browser can do. */
  readonly visibility?: VisibilityWatch;
}

const clicks = ["click", "auxclick"] as const;
const controls = "a, button, input, [role], [tabindex]";

/**
 * Stands before everything that listens in a shadow root: clicks that a script made go no further,
 * nor do clicks on something that the page has covered or made transparent, which the person can
 * hardly have meant.
 *
 * @param root must have no listeners for clicks yet
 * @returns ends it
 */
export function guardClicks(root: ShadowRoot, options: GuardOptions): () => void {
  const { onRefused, visibility = createVisibilityWatch() } = options;
  const onPointer = (event: Event) => {
    const control = controlOf(event);
    if (control !== undefined) visibility.look(control);
  };
  const mayPass = createJudge(visibility);
  const onClick = (event: Event) => {
    if (event.isTrusted) {
      const control = controlOf(event);
      if (control === undefined || mayPass(event as MouseEvent, control)) return;
      onRefused();
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  root.addEventListener("pointerover", onPointer, true);
  for (const type of clicks) root.addEventListener(type, onClick, true);
  return () => {
    visibility.close();
    root.removeEventListener("pointerover", onPointer, true);
    for (const type of clicks) root.removeEventListener(type, onClick, true);
  };
}

/** Between a click that was refused and one that confirms it, in milliseconds: no double click, and no forgotten one. */
export const confirmation = { soonest: 600, latest: 6000 } as const;

/**
 * Judges clicks. What a script can see to be disguised never passes. Where only the browser says that
 * something covers or alters a control, which effects of a page's own look can do as well, a second
 * click passes, after the person was told.
 */
function createJudge(
  visibility: VisibilityWatch,
): (event: MouseEvent, control: Element) => boolean {
  let doubted: Element | undefined;
  let since = 0;
  return ({ type, detail, clientX, clientY, timeStamp }, control) => {
    // Keys make clicks without a count and without a place.
    if (type === "click" && detail === 0) return !isCovered(control);
    if (isCovered(control, { x: clientX, y: clientY })) return false;
    if (visibility.isVisible(control) !== false) return true;
    const waited = timeStamp - since;
    const isConfirmed =
      doubted === control && waited >= confirmation.soonest && waited <= confirmation.latest;
    doubted = control;
    since = timeStamp;
    return isConfirmed;
  };
}

function controlOf(event: Event): Element | undefined {
  const target = event.composedPath()[0];
  return target instanceof Element ? (target.closest(controls) ?? undefined) : undefined;
}
