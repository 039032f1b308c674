import { defineAction, type Contributions } from "@action-telemetry/actions";

/** Actions of every kind, as an application would declare them; nothing outside the page changes. */
export const save = defineAction({
  id: "file.save",
  title: "Save",
  description: "Write the changes to the file",
  iconURL: "check",
  keybindings: ["Mod+S"],
  run: () => undefined,
});

export const openDocs = defineAction({
  id: "help.docs",
  title: "Documentation",
  description: "How actions are declared and logged",
  category: "Help",
  iconURL: "question",
  command: "open",
  commandArguments: ["https://example.com/docs"],
});

export const openHistory = defineAction({
  id: "file.history",
  title: "File history",
  description: "Who changed this file, and when",
  category: "File",
  iconURL: "history",
  command: "openPanel",
  commandArguments: ["history"],
});

export const note = defineAction({ id: "file.note", title: "Read only at this revision" });

export const copyPath = defineAction({
  id: "file.copyPath",
  title: "Copy path",
  description: "Copy the path of the file",
  iconURL: "copy",
  actionItem: { iconURL: "copy", iconDescription: "Copy path", description: "Copy the path" },
  run: () => undefined,
});

export const openInTab = defineAction({
  id: "file.openInTab",
  title: "Open in a new tab",
  command: "open",
  commandArguments: ["https://example.com/file"],
});

/** Runs until the story goes away. */
export const rebuild = defineAction({
  id: "index.rebuild",
  title: "Rebuild index",
  description: "Index the repository anew",
  iconURL: "refresh",
  run: ({ signal }) =>
    new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve())),
});

export const publish = defineAction({
  id: "review.publish",
  title: "Publish review",
  description: "Send the comments to the author",
  iconURL: "play",
  run: () => Promise.reject(new Error("The review has no comments yet.")),
});

export const toggleLineWrap = defineAction({
  id: "toggleLineWrap",
  title: "Wrap long lines",
  category: "View",
  description: "Break lines that are wider than the view",
  iconURL: "wrap",
  keybindings: ["Alt+Z"],
  command: "updateConfiguration",
  commandArguments: [["view.wrap"], "${!config.view.wrap}", null, "json"],
  actionItem: { label: "Wrap", iconURL: "wrap", pressed: "config.view.wrap" },
});

/** The menus that the stories of palette and toolbar show. */
export const exampleContributions: Contributions = {
  actions: [
    save,
    openDocs,
    openHistory,
    note,
    copyPath,
    openInTab,
    rebuild,
    publish,
    toggleLineWrap,
  ],
  menus: {
    commandPalette: [
      { action: save.id, alt: openInTab.id, group: "File" },
      { action: copyPath.id, group: "File" },
      { action: openHistory.id, group: "File" },
      { action: publish.id, group: "Review", disabledWhen: "review.empty" },
      { action: rebuild.id, group: "Repository" },
      { action: toggleLineWrap.id, group: "View" },
      { action: openDocs.id, group: "help" },
    ],
    "editor/title": [
      { action: toggleLineWrap.id, group: "1-view" },
      { action: openHistory.id, group: "2-file" },
      { action: copyPath.id, alt: openInTab.id, group: "2-file" },
      { action: publish.id, group: "3-review", disabledWhen: "review.empty" },
    ],
  },
};
