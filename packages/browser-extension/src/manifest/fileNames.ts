/** The files of the built extension that are named outside of it. */
export const fileNames = {
  background: "background.js",
  content: "content.js",
  options: "options.html",
  managedSchema: "managed-schema.json",
} as const;
