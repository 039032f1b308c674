/** Whether a page is light or dark where something stands. */
export type PageTheme = "light" | "dark";

/**
 * Looks at the background that an element stands on, since code hosts have themes of their own,
 * whatever the browser prefers, and dark headers on light pages.
 */
export function readTheme(element: Element): PageTheme {
  const window = element.ownerDocument.defaultView;
  if (window === null) return "light";
  for (let node: Element | null = element; node !== null; node = parentOf(node)) {
    const luminance = luminanceOf(window.getComputedStyle(node).backgroundColor);
    if (luminance !== undefined) return luminance < 0.4 ? "dark" : "light";
  }
  const { colorScheme } = window.getComputedStyle(element.ownerDocument.documentElement);
  const isDark = window.matchMedia("(prefers-color-scheme: dark)").matches;
  return colorScheme === "dark" || (colorScheme.includes("dark") && isDark) ? "dark" : "light";
}

/** The element around another, also around a shadow root. */
export function parentOf(element: Element): Element | null {
  const { parentElement, parentNode } = element;
  return parentElement ?? (parentNode as Partial<ShadowRoot> | null)?.host ?? null;
}

/** From 0 to 1; `undefined` for colours that let through what is behind them, and unknown ones. */
function luminanceOf(color: string): number | undefined {
  const isUnit = color.startsWith("color(srgb");
  const [red = 0, green = 0, blue = 0, alpha = 1] = (color.match(/\d+(?:\.\d+)?/gu) ?? []).map(
    Number,
  );
  if (alpha < 0.5 || !/^(?:rgba?|color\(srgb)/u.test(color)) return undefined;
  const scale = isUnit ? 1 : 255;
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / scale;
}
