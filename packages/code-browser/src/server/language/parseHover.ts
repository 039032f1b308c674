import type { HoverAnswer } from "../../api/HoverAnswer.ts";
import type { SourcePosition } from "../../api/SourceRange.ts";
import { parseRange } from "./parseLocations.ts";

/** Reads a server's answer to a hover; an empty hover is none. `position` stands in for a missing range. */
export function parseHover(answer: unknown, position: SourcePosition): HoverAnswer {
  if (typeof answer !== "object" || answer === null || !("contents" in answer)) {
    return {};
  }
  const markdown = contentsAsMarkdown(answer.contents).trim();
  if (markdown === "") {
    return {};
  }
  const range = "range" in answer ? parseRange(answer.range) : undefined;
  return { hover: { markdown, range: range ?? { start: position, end: position } } };
}

function contentsAsMarkdown(contents: unknown): string {
  if (typeof contents === "string") {
    return contents;
  }
  if (Array.isArray(contents)) {
    return contents.map(contentsAsMarkdown).filter(Boolean).join("\n\n");
  }
  if (typeof contents === "object" && contents !== null && "value" in contents) {
    const value = typeof contents.value === "string" ? contents.value : "";
    return "language" in contents && typeof contents.language === "string"
      ? `\`\`\`${contents.language}\n${value}\n\`\`\``
      : value;
  }
  return "";
}
