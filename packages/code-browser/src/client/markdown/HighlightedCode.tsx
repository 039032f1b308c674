import { LanguageDescription, type Language } from "@codemirror/language";
import { languages } from "@codemirror/language-data";
import { classHighlighter, highlightCode } from "@lezer/highlight";
import { focusableScroller } from "../layout/focusableScroller.ts";
import { useEffect, useState, type ReactElement } from "react";

/** Props of {@link HighlightedCode}. */
export interface HighlightedCodeProps {
  readonly code: string;
  /** A language's name or one of its usual short forms. */
  readonly language: string | undefined;
}

interface Piece {
  readonly text: string;
  readonly classes: string;
}

/** A piece of code in the colours of the code view, as soon as its language has loaded. Renders a `<pre>`. */
export function HighlightedCode({ code, language }: HighlightedCodeProps): ReactElement {
  const grammar = useGrammar(language);
  return (
    <pre className="cb-code" {...focusableScroller("Code")}>
      <code>
        {grammar === undefined
          ? code
          : highlight(code, grammar).map(({ text, classes }, index) => (
              <span key={index} className={classes}>
                {text}
              </span>
            ))}
      </code>
    </pre>
  );
}

function useGrammar(name: string | undefined): Language | undefined {
  const [grammar, setGrammar] = useState<Language>();
  useEffect(() => {
    let wanted = true;
    const found =
      name === undefined ? null : LanguageDescription.matchLanguageName(languages, name, false);
    found?.load().then(
      (support) => {
        if (wanted) {
          setGrammar(support.language);
        }
      },
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [name]);
  return grammar;
}

function highlight(code: string, grammar: Language): Piece[] {
  const pieces: Piece[] = [];
  highlightCode(
    code,
    grammar.parser.parse(code),
    classHighlighter,
    (text, classes) => pieces.push({ text, classes }),
    () => pieces.push({ text: "\n", classes: "" }),
  );
  return pieces;
}
