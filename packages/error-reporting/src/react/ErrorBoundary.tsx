"use client";

import { Component, type ReactNode } from "react";
import type { ErrorReporting } from "../ErrorReporting.ts";
import { ErrorMessage } from "./ErrorMessage.tsx";
import type { ErrorTexts } from "./ErrorTexts.ts";

interface State {
  readonly failure: { readonly error: unknown } | undefined;
  readonly resetKey: unknown;
}

/**
 * Keeps the rest of the page working when something below it fails to render: shows a message in its place, and
 * reports the error if the person lets it. Renders its children, or the message.
 *
 * @example
 * ```tsx
 * <ErrorBoundary reporting={reporting} resetKey={path}>
 *   <FileView path={path} />
 * </ErrorBoundary>
 * ```
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { failure: undefined, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failure: { error } };
  }

  static getDerivedStateFromProps({ resetKey }: ErrorBoundaryProps, state: State): State | null {
    // Another file, another query: what failed is gone.
    return Object.is(resetKey, state.resetKey) ? null : { failure: undefined, resetKey };
  }

  override componentDidCatch(error: unknown): void {
    this.props.reporting?.report(error);
  }

  #reset = () => {
    this.setState({ failure: undefined });
  };

  override render(): ReactNode {
    const { children, fallback, texts } = this.props;
    const { failure } = this.state;
    if (failure === undefined) return children;
    const props = { error: failure.error, onReset: this.#reset };
    return fallback ? fallback(props) : <ErrorMessage {...props} texts={texts} />;
  }
}

/** What a fallback is rendered with. */
export interface FallbackProps {
  readonly error: unknown;
  /** Renders the children again. */
  readonly onReset: () => void;
}

/** The props of {@link ErrorBoundary}. */
export interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** Absent: nothing is reported. */
  readonly reporting?: Pick<ErrorReporting, "report"> | undefined;
  /** When it changes, the children are rendered again: what they show is another thing now. */
  readonly resetKey?: unknown;
  /** What to show instead. @default {@link ErrorMessage} */
  readonly fallback?: ((props: FallbackProps) => ReactNode) | undefined;
  /** Pass the same object on every render. @default English */
  readonly texts?: ErrorTexts | undefined;
}
