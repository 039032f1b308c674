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
 * nor do clicks on something that the page has covered or made transparent, which the person cannot
 * have meant.
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
  const onClick = (event: Event) => {
    const { isTrusted, detail, clientX, clientY } = event as MouseEvent;
    if (isTrusted) {
      const control = controlOf(event);
      if (control === undefined) return;
      // Keys make clicks without a count and without a place.
      const byKey = event.type === "click" && detail === 0;
      const seen = byKey ? undefined : visibility.isVisible(control);
      const point = byKey ? undefined : { x: clientX, y: clientY };
      if (seen !== false && !isCovered(control, point)) return;
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

function controlOf(event: Event): Element | undefined {
  const target = event.composedPath()[0];
  return target instanceof Element ? (target.closest(controls) ?? undefined) : undefined;
}
