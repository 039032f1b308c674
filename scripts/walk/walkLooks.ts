import { plainLook, type Look } from "../storybook/Look.ts";

/** The looks that pictures are taken in, by the name of their folder. */
export const walkLooks: Readonly<Record<string, Look>> = {
  light: plainLook,
  dark: { ...plainLook, theme: "dark" },
  "forced-colors": { ...plainLook, forcedColors: true },
  "right-to-left": { ...plainLook, direction: "rtl" },
  "320-pixels": { ...plainLook, width: 320 },
};
