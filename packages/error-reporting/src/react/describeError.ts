/** The longest text that is shown, in UTF-16 units. */
const longest = 10_000;

/** What was thrown, as a text for the person: with its stack, as far as that can be read. Never throws. */
export function describeError(thrown: unknown): string {
  try {
    const { stack, name, message } = (thrown ?? {}) as Partial<Record<string, unknown>>;
    const said = typeof message === "string" && message !== "" ? `${String(name)}: ${message}` : "";
    const text = typeof stack === "string" && stack !== "" ? stack : said || String(thrown);
    // Firefox and Safari leave the message out of the stack.
    return (text.includes(said) ? text : `${said}\n${text}`).slice(0, longest);
  } catch {
    return "It cannot be shown.";
  }
}
