/**
 * The description of the symbol under which parts of the content script find one another, in the
 * world of content scripts that no page sees. The build writes it around each file.
 */
export const registryName = "@action-telemetry/browser-extension/parts";
