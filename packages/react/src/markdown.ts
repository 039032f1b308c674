export { Markdown, type MarkdownProps } from "./markdown/Markdown.tsx";
