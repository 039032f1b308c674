import type { BrowserContextOptions } from "playwright";

/** How stories are looked at: what a person may have set, and the size of the window. */
export interface Look {
  readonly theme: "light" | "dark";
  readonly direction: "ltr" | "rtl";
  readonly forcedColors: boolean;
  /** Whether the person asks for more contrast. */
  readonly moreContrast: boolean;
  /** Of the window, in CSS pixels. */
  readonly width: number;
}

/** The look that others differ from. */
export const plainLook: Look = {
  theme: "light",
  direction: "ltr",
  forcedColors: false,
  moreContrast: false,
  width: 1280,
};

/** A look in a few words, for a table. */
export function describeLook({
  theme,
  direction,
  forcedColors,
  moreContrast,
  width,
}: Look): string {
  const more = [forcedColors && "forced colours", moreContrast && "more contrast"];
  return [theme, direction, ...more.filter(Boolean), `${width} px`].join(", ");
}

/** What a browser is told for a look. */
export function contextOptions(look: Look): BrowserContextOptions {
  return {
    viewport: { width: look.width, height: 800 },
    colorScheme: look.theme,
    forcedColors: look.forcedColors ? "active" : "none",
    contrast: look.moreContrast ? "more" : "no-preference",
    // What fades in is looked at when it is there.
    reducedMotion: "reduce",
    locale: "en-US",
  };
}
