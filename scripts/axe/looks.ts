import { plainLook, type Look } from "../storybook/Look.ts";

const themes = ["light", "dark"] as const;
const directions = ["ltr", "rtl"] as const;
const widths = [1280, 320];

/** Every look that stories are examined in: themes, directions, forced colours and widths, each with each other, and more contrast. */
export const looks: readonly Look[] = themes.flatMap((theme) => [
  ...directions.flatMap((direction) =>
    [false, true].flatMap((forcedColors) =>
      widths.map((width) => ({ ...plainLook, theme, direction, forcedColors, width })),
    ),
  ),
  { ...plainLook, theme, moreContrast: true },
]);
