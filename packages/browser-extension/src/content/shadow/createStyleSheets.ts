import componentStyles from "@action-telemetry/react/items.css?inline";
import frameStyles from "./frame.css?inline";

/** The style sheets of everything that is shown on one kind of code host. */
export interface StyleSheets {
  /** For an element in the layout of the page. */
  readonly inline: readonly CSSStyleSheet[];
  /** For the element that only holds what lies over the page. */
  readonly overlay: readonly CSSStyleSheet[];
}

/**
 * Makes the style sheets, once a page. Custom properties are set on an element inside the shadow
 * roots, where no style of the page reaches them.
 */
export function createStyleSheets(hostStyles: string): StyleSheets {
  const components = componentStyles.replaceAll(/:where\(:root, ?:host\)/gu, ":where(.at-frame)");
  const inline = [components, frameStyles, hostStyles].map(toSheet);
  return { inline, overlay: [...inline, toSheet(overlayStyles)] };
}

const overlayStyles =
  ":host { position: fixed !important; inset: auto auto 0 0 !important; z-index: 2147483647 !important; }";

/** A style sheet of its own from its text. */
export function toSheet(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
