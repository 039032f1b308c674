/** A palette that is measured. */
export interface PalettePeer {
  /** Names its module in `pages`. */
  readonly id: string;
  readonly name: string;
  /** Absent: ours. */
  readonly packageName?: string;
  /** How it was set up, in a few words. */
  readonly settings: string;
  /** With more actions than this a run takes minutes. */
  readonly largest: number;
}

/** Ours first. */
export const palettePeers: readonly PalettePeer[] = [
  {
    id: "actionTelemetry",
    name: "Action Telemetry",
    settings: "`CommandPalette` with its styles",
    largest: 50_000,
  },
  {
    id: "baseUI",
    name: "Base UI",
    packageName: "@base-ui/react",
    settings:
      "Autocomplete in a Dialog, `virtualized`, with @tanstack/react-virtual; its own filter",
    largest: 50_000,
  },
  {
    id: "kbar",
    name: "kbar",
    packageName: "kbar",
    settings: "its own results list and matcher, no animation",
    largest: 50_000,
  },
  {
    id: "cmdk",
    name: "cmdk",
    packageName: "cmdk",
    settings: "`Command.Dialog`, its own filter",
    largest: 50_000,
  },
];
