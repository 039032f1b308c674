import { followTheme } from "./followTheme.ts";
import { guardClicks, type GuardOptions } from "./guardClicks.ts";
import { keepTyping } from "./keepTyping.ts";

/** An element of ours in a page of others, and the place inside that nobody else can reach. */
export interface ShadowHost {
  /** The one element that the page sees. */
  readonly element: HTMLElement;
  /** What to render into. */
  readonly frame: HTMLElement;
  /** Adds to what everything inside looks like. */
  addStyles(styleSheet: CSSStyleSheet): void;
  /** Takes it off the page. */
  remove(): void;
}

/** What {@link createShadowHost} works with. */
export interface ShadowHostOptions extends GuardOptions {
  /** Where the element is put, last. */
  readonly parent: Element;
  /** What everything inside looks like. */
  readonly styleSheets: readonly CSSStyleSheet[];
  /** Added to the class of the frame: which surface it is. */
  readonly surface: "toolbar" | "repository" | "palette" | "search" | "page";
  /** Whose background decides between light and dark. Default: the parent. */
  readonly background?: Element;
}

/**
 * Puts an element with a closed shadow root into a page. Styles are constructed style sheets, which
 * no policy of the page forbids; the page's own reach neither in nor, since `all: initial` is
 * important inside, the element itself. Nothing is written to the page but this element.
 */
export function createShadowHost(options: ShadowHostOptions): ShadowHost {
  const { parent, styleSheets, surface, background = parent } = options;
  const { ownerDocument: document } = parent;
  const element = document.createElement("div");
  const root = element.attachShadow({ mode: "closed" });
  const endings = [guardClicks(root, options), keepTyping(root)];
  const frame = document.createElement("div");
  frame.className = `at-frame at-frame-${surface}`;
  adopt(root, styleSheets);
  root.append(frame);
  parent.append(element);
  endings.push(
    followTheme(background, (theme) => {
      frame.dataset["theme"] = theme;
    }),
  );
  return {
    element,
    frame,
    addStyles: (styleSheet) => adopt(root, [styleSheet]),
    remove() {
      for (const end of endings) end();
      element.remove();
    },
  };
}

function adopt(root: ShadowRoot, styleSheets: readonly CSSStyleSheet[]): void {
  try {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...styleSheets];
  } catch {
    // Firefox does not let content scripts share theirs in every version: the same rules as an element.
    const style = root.ownerDocument.createElement("style");
    style.textContent = styleSheets.flatMap(textOf).join("\n");
    root.append(style);
  }
}

function textOf(sheet: CSSStyleSheet): readonly string[] {
  return [...sheet.cssRules].map(({ cssText }) => cssText);
}
