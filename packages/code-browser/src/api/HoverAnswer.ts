import type { SourceRange } from "./SourceRange.ts";

/** What `GET /.api/code/hover` answers: what the language service knows of a place; nothing is a usual answer. */
export interface HoverAnswer {
  readonly hover?: {
    /** Types and documentation, in Markdown. */
    readonly markdown: string;
    /** The token it belongs to. */
    readonly range: SourceRange;
  };
}
