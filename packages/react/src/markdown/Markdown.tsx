"use client";

import { checkURL } from "@action-telemetry/actions";
import type { MarkedToken, Tokens } from "marked";
import { clsx } from "clsx";
import {
  createElement,
  Fragment,
  useMemo,
  type HTMLAttributes,
  type ReactElement,
  type ReactNode,
} from "react";
import { decodeReferences, known, readMarkdown } from "./readMarkdown.ts";

/**
 * Markdown of unknown origin as elements, for a `HoverOverlay` say. There is no HTML on the way: what
 * Markdown can say becomes elements of a short list, HTML in the text is left out, and links lead only
 * where the URL policy allows. Pictures are their descriptions, so nothing is loaded.
 * Renders a `<div>`.
 * Records nothing.
 *
 * @example
 * ```tsx
 * import { Markdown } from "@action-telemetry/react/markdown";
 *
 * <Markdown text={"Returns the **sum**, see [docs](https://docs.example.com)."} />
 * ```
 */
export function Markdown(props: MarkdownProps): ReactElement {
  const { text, renderCode, baseURL, className, ...attributes } = props;
  const tokens = useMemo(() => readMarkdown(text), [text]);
  return (
    <div {...attributes} className={clsx("at-markdown", className)}>
      {renderAll(tokens, { renderCode, baseURL, depth: 0 })}
    </div>
  );
}

/** What tokens are rendered with. */
interface Rendering extends Pick<MarkdownProps, "renderCode" | "baseURL"> {
  /** How many elements are around. */
  readonly depth: number;
}

/** Elements within elements; deeper ones are shown as they were written. */
const deepest = 24;

function renderAll(tokens: readonly MarkedToken[], rendering: Rendering): ReactNode {
  const inner = { ...rendering, depth: rendering.depth + 1 };
  return tokens.map((token, index) => (
    <Fragment key={index}>{inner.depth > deepest ? token.raw : renderToken(token, inner)}</Fragment>
  ));
}

function renderToken(token: MarkedToken, rendering: Rendering): ReactNode {
  const inside = () => renderAll(known("tokens" in token ? token.tokens : undefined), rendering);
  switch (token.type) {
    case "text":
      return token.tokens === undefined ? decodeReferences(token.text) : inside();
    case "escape":
      return decodeReferences(token.text);
    case "paragraph":
      return <p>{inside()}</p>;
    case "heading":
      // A hover is no part of the page's outline above it.
      return createElement(`h${Math.min(6, token.depth + 2)}`, {}, inside());
    case "strong":
      return <strong>{inside()}</strong>;
    case "em":
      return <em>{inside()}</em>;
    case "del":
      return <del>{inside()}</del>;
    case "codespan":
      return <code>{token.text}</code>;
    case "br":
      return <br />;
    case "hr":
      return <hr />;
    case "blockquote":
      return <blockquote>{inside()}</blockquote>;
    case "code":
      return renderCode(token, rendering);
    case "list":
      return renderList(token, rendering);
    case "table":
      return renderTable(token, rendering);
    case "link":
      return renderLink(token, rendering);
    case "image":
      return decodeReferences(token.text);
    case "checkbox":
      return <input type="checkbox" checked={token.checked} disabled aria-hidden="true" readOnly />;
    case "list_item":
    case "html":
    case "def":
    case "space":
      return null;
  }
}

function renderCode(token: Tokens.Code, { renderCode: own }: Rendering): ReactNode {
  const language = token.lang?.split(/\s/)[0];
  if (own !== undefined) return own(token.text, language === "" ? undefined : language);
  return (
    <pre>
      <code>{token.text}</code>
    </pre>
  );
}

function renderList(token: Tokens.List, rendering: Rendering): ReactNode {
  const items = token.items.map((item, index) => (
    <li key={index}>{renderAll(known(item.tokens), rendering)}</li>
  ));
  if (!token.ordered) return <ul>{items}</ul>;
  return <ol start={token.start === "" ? undefined : token.start}>{items}</ol>;
}

function renderTable({ header, rows }: Tokens.Table, rendering: Rendering): ReactNode {
  return (
    <table>
      <thead>
        <tr>
          {header.map((cell, index) => (
            <th key={index} scope="col">
              {renderAll(known(cell.tokens), rendering)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, line) => (
          <tr key={line}>
            {row.map((cell, index) => (
              <td key={index}>{renderAll(known(cell.tokens), rendering)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A link that the policy refuses is its text. */
function renderLink(token: Tokens.Link, rendering: Rendering): ReactNode {
  const { baseURL } = rendering;
  const text = renderAll(known(token.tokens), rendering);
  const checked = checkURL(decodeReferences(token.href), baseURL === undefined ? {} : { baseURL });
  if (!checked.ok) return text;
  const { href, external } = checked.value;
  if (!external) return <a href={href}>{text}</a>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" referrerPolicy="no-referrer">
      {text}
    </a>
  );
}

/** The props of {@link Markdown}: its own, and those of a `<div>`. */
export interface MarkdownProps extends Omit<HTMLAttributes<HTMLDivElement>, "children"> {
  readonly text: string;
  /** The page's URL: links to its origin stay in this tab. @default every absolute one is external */
  readonly baseURL?: string | undefined;
  /** Shows a block of code, with its colours say. @default a `<pre>` */
  readonly renderCode?: ((code: string, language: string | undefined) => ReactNode) | undefined;
}
