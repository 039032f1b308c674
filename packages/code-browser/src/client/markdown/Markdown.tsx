import type { ReactElement, ReactNode } from "react";
import ReactMarkdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import { HighlightedCode } from "./HighlightedCode.tsx";

/** Props of {@link Markdown}. */
export interface MarkdownProps {
  readonly text: string;
  /** The language of code that names none. */
  readonly language?: string;
  /** Where links and pictures of the text lead; `undefined` leaves one out. Default: only web addresses. */
  readonly resolveLink?: (target: string) => string | undefined;
  readonly resolveImage?: (target: string) => string | undefined;
}

const plugins = [remarkGfm];
const webAddress = /^https?:\/\//iu;

/** Text with Markdown as elements: no HTML of the text is used, and nothing outside of this server is loaded. */
export function Markdown(props: MarkdownProps): ReactElement {
  const { text, language, resolveLink = keepWebAddress, resolveImage } = props;
  const components: Components = {
    a: ({ href, children }) => (
      <MarkdownLink href={resolveLink(href ?? "")}>{children}</MarkdownLink>
    ),
    img: ({ src, alt }) => {
      const address = typeof src === "string" ? resolveImage?.(src) : undefined;
      return address === undefined ? <span>{alt}</span> : <img src={address} alt={alt ?? ""} />;
    },
    pre: ({ children }) => <>{children}</>,
    code: ({ className, children }) => {
      const code = typeof children === "string" ? children : "";
      const named = /language-(\S+)/u.exec(className ?? "")?.[1];
      return named === undefined && !code.includes("\n") ? (
        <code>{children}</code>
      ) : (
        <HighlightedCode code={code.replace(/\n$/u, "")} language={named ?? language} />
      );
    },
  };
  return (
    <div className="cb-markdown">
      <ReactMarkdown remarkPlugins={plugins} components={components} skipHtml>
        {text}
      </ReactMarkdown>
    </div>
  );
}

function MarkdownLink(props: {
  readonly href: string | undefined;
  readonly children: ReactNode;
}): ReactElement {
  const { href, children } = props;
  if (href === undefined) {
    return <span>{children}</span>;
  }
  return webAddress.test(href) ? (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  ) : (
    <a href={href}>{children}</a>
  );
}

function keepWebAddress(target: string): string | undefined {
  return webAddress.test(target) ? target : undefined;
}
