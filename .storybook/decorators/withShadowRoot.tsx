import styles from "@action-telemetry/react/styles.css?inline";
import type { Decorator } from "@storybook/react-vite";
import { useState, type ReactNode } from "react";
import { createPortal } from "react-dom";

/** Renders the story in a shadow root, as browser extensions do, when the toolbar says so. */
export const withShadowRoot: Decorator = (Story, { globals }) =>
  globals["shadowRoot"] === "on" ? (
    <ShadowRootHost>
      <Story />
    </ShadowRootHost>
  ) : (
    <Story />
  );

function ShadowRootHost({ children }: { readonly children: ReactNode }) {
  const [root, setRoot] = useState<ShadowRoot | null>(null);
  const attach = (host: HTMLDivElement | null) => {
    if (host !== null) setRoot(host.shadowRoot ?? host.attachShadow({ mode: "open" }));
  };
  return (
    <div ref={attach}>
      {root &&
        createPortal(
          <>
            <style>{styles}</style>
            {children}
          </>,
          root,
        )}
    </div>
  );
}
