/** The name of the port that each content script opens: over it the worker pushes `ExtensionState`. */
export const contentPortName = "content";

/** The name of the port that a page of the extension opens: over it the worker says that something changed. */
export const optionsPortName = "options";
