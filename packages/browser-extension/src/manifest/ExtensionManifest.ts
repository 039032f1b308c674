/** A browser that the extension is built for. */
export type TargetBrowser = "chrome" | "firefox";

/** A content script that the browser runs by itself. */
export interface ContentScriptEntry {
  readonly matches: readonly string[];
  readonly js: readonly string[];
  readonly run_at: "document_idle";
  readonly all_frames: false;
}

/** What `manifest.json` says, as far as this extension says anything. */
export interface ExtensionManifest {
  readonly manifest_version: 3;
  readonly name: string;
  readonly short_name: string;
  readonly version: string;
  readonly description: string;
  readonly icons: Readonly<Record<string, string>>;
  readonly action: {
    readonly default_popup: string;
    readonly default_title: string;
    readonly default_icon: Readonly<Record<string, string>>;
  };
  readonly options_ui: { readonly page: string; readonly open_in_tab: true };
  readonly background:
    | { readonly service_worker: string; readonly type: "module" }
    | { readonly scripts: readonly string[]; readonly type: "module" };
  readonly content_scripts: readonly ContentScriptEntry[];
  readonly permissions: readonly string[];
  readonly host_permissions: readonly string[];
  readonly optional_host_permissions: readonly string[];
  readonly omnibox: { readonly keyword: string };
  readonly content_security_policy: { readonly extension_pages: string };
  /** Chrome. */
  readonly minimum_chrome_version?: string;
  /** Chrome: what an administrator may prescribe. */
  readonly storage?: { readonly managed_schema: string };
  /** Firefox. */
  readonly browser_specific_settings?: {
    readonly gecko: {
      readonly id: string;
      readonly strict_min_version: string;
      readonly data_collection_permissions: {
        readonly required: readonly ["none"];
        readonly optional: readonly ["technicalAndInteraction"];
      };
    };
  };
}
