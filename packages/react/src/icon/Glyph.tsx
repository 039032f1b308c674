import type { ReactElement } from "react";
import { glyphs, type GlyphName } from "./glyphs.ts";

/** A bundled icon, as decoration: what it means is said elsewhere. */
export function Glyph({ name, className }: GlyphProps): ReactElement {
  return (
    <svg className={className ?? "at-icon"} viewBox="0 0 16 16" aria-hidden="true">
      <path d={glyphs[name]} />
    </svg>
  );
}

/** The props of {@link Glyph}. */
export interface GlyphProps {
  readonly name: GlyphName;
  readonly className?: string | undefined;
}
