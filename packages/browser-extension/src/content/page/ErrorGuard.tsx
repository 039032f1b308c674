import { Component, type ReactNode } from "react";

/**
 * Keeps what fails to render from taking anything else along: it is not shown, which on the page of
 * somebody else is the only decent thing. React tells the root's handlers of it.
 */
export class ErrorGuard extends Component<ErrorGuardProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? null : this.props.children;
  }
}

/** The props of {@link ErrorGuard}. */
export interface ErrorGuardProps {
  readonly children: ReactNode;
}
