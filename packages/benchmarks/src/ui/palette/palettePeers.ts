/** A palette that is measured. */
export interface PalettePeer {
  /** Names its module in `pages`. */
  readonly id: string;
  readonly name: string;
  /** Absent: ours. */
  readonly packageName?: string;
  /** How it was set up, in a few words. */
  readonly settings: string;
  /** With more actions than this a key press takes seconds, so that it is tried a few times only. */
  readonly quickly?: number;
  /** With more actions than this it takes minutes to open, and is not measured. */
  readonly most?: number;
}

/** Ours first. */
export const palettePeers: readonly PalettePeer[] = [
  {
    id: "actionTelemetry",
    name: "Action Telemetry",
    settings: "`CommandPalette` with its styles",
  },
  {
    id: "baseUI",
    name: "Base UI",
    packageName: "@base-ui/react",
    settings:
      "Autocomplete in a Dialog, `virtualized`, with @tanstack/react-virtual; its own filter",
  },
  {
    id: "kbar",
    name: "kbar",
    packageName: "kbar",
    settings: "its own results list and matcher, no animation",
  },
  {
    id: "cmdk",
    name: "cmdk",
    packageName: "cmdk",
    settings: "`Command.Dialog`, its own filter; 2 rounds with 50,000 actions",
    quickly: 10_000,
  },
  {
    id: "mantine",
    name: "Mantine",
    packageName: "@mantine/spotlight",
    settings:
      "`Spotlight` without a limit, its own filter, no animation; 2 rounds with 10,000 actions",
    quickly: 1000,
    most: 10_000,
  },
  {
    id: "reactAria",
    name: "React Aria",
    packageName: "react-aria-components",
    settings: "`Autocomplete` and `ListBox` in a `Virtualizer`, its own filter",
  },
  {
    id: "ninjaKeys",
    name: "ninja-keys",
    packageName: "ninja-keys",
    settings:
      "as it comes; most texts find nothing, so that most keys change nothing; 2 rounds with 50,000 actions",
    quickly: 10_000,
  },
];
