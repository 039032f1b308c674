import type { Icon } from "@action-telemetry/actions";
import type { ReactElement } from "react";
import { Glyph } from "./Glyph.tsx";
import { isGlyphName } from "./glyphs.ts";

/**
 * The icon of an action, or the first letter of its name in the place of one.
 * Renders an `<svg>`, an `<img>` or a `<span>`, always as decoration: an action's name is text.
 * Records nothing.
 */
export function ActionIcon({ icon, letterOf, className }: ActionIconProps): ReactElement | null {
  if (icon?.kind === "image") {
    return (
      <img
        className="at-icon"
        src={icon.url}
        alt=""
        width={16}
        height={16}
        draggable={false}
        decoding="async"
        referrerPolicy="no-referrer"
      />
    );
  }
  if (icon !== undefined && isGlyphName(icon.name))
    return <Glyph name={icon.name} className={className} />;
  const letter = letterOf === undefined ? undefined : firstLetter(letterOf);
  if (letter === undefined) return null;
  return (
    <span className="at-icon at-letter" aria-hidden="true">
      {letter}
    </span>
  );
}

/** The first letter or digit a person sees, in upper case. */
function firstLetter(text: string): string | undefined {
  return /[\p{L}\p{N}]/u.exec(text)?.[0].toUpperCase() ?? Array.from(text)[0];
}

/** The props of {@link ActionIcon}. */
export interface ActionIconProps {
  readonly icon: Icon | undefined;
  /** The name whose first letter stands in where there is no icon; absent: nothing stands in. */
  readonly letterOf?: string | undefined;
  /** Of a drawing, in place of its own. */
  readonly className?: string | undefined;
}
