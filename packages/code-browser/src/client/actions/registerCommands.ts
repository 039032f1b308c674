import {
  registerStandardCommands,
  type CommandHandler,
  type ContextValue,
} from "@action-telemetry/actions";
import type { CodeBrowser } from "../app/CodeBrowser.ts";
import { configKey, settingKeys } from "../settings/settingKeys.ts";
import { goToDefinition } from "./goToDefinition.ts";
import { toCodeSize } from "./setCodeSize.ts";

/** What commands need of the browser beside what the application shares. */
export interface CommandPorts {
  /** Follows a link that no anchor on the page follows. */
  readonly openURL: (href: string, options: { readonly newTab: boolean }) => void;
  /** Puts a text on the clipboard; rejects when the browser forbids it. */
  readonly writeClipboard: (text: string) => Promise<void>;
  /** Saves what an address answers as a file. */
  readonly download: (address: string) => void;
  /** The color theme that is shown. */
  readonly shownTheme: () => "light" | "dark";
  readonly baseURL: string;
}

/** Registers what the application's actions do. Every one of them runs through the executor alone. */
export function registerCommands(codeBrowser: CodeBrowser, ports: CommandPorts): void {
  const { registry, settings, requests, editor, navigation } = codeBrowser;
  const setting = (key: string) => registry.context.getSnapshot()[configKey(key)];
  const commands: Readonly<Record<string, CommandHandler>> = {
    goToDefinition: (invocation) => goToDefinition(invocation, navigation),
    toggleLineWrap: () => {
      settings.update([settingKeys.lineWrap], setting(settingKeys.lineWrap) !== true);
    },
    toggleColorTheme: () => {
      settings.update([settingKeys.colorTheme], ports.shownTheme() === "dark" ? "light" : "dark");
    },
    toggleFileTree: () => {
      const hidden = setting(settingKeys.fileTree) === "hidden";
      settings.update([settingKeys.fileTree], hidden ? "shown" : "hidden");
    },
    setCodeSize: ({ arguments: [size] }) => {
      settings.update([settingKeys.codeSize], toCodeSize(size));
    },
    filterFiles: () => {
      settings.update([settingKeys.fileTree], "shown");
      // The field is there only after the page has rendered with the files shown.
      queueMicrotask(() => requests.filterFiles.emit());
    },
    findInFile: () => editor.current?.openSearch(),
    showHover: () => requests.showHover.emit(),
    showShortcuts: () => requests.showShortcuts.emit(),
    copyPath: ({ context }) => ports.writeClipboard(textOf(context["resource.path"])),
    downloadFile: ({ context }) => ports.download(textOf(context["file.rawURL"])),
  };
  for (const [command, handler] of Object.entries(commands)) {
    registry.registerCommand(command, handler);
  }
  registerStandardCommands(registry, {
    configuration: settings,
    openURL: ports.openURL,
    baseURL: ports.baseURL,
  });
}

function textOf(value: ContextValue): string {
  return typeof value === "string" ? value : "";
}
