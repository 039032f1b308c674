import type { ExtensionManifest, TargetBrowser } from "./ExtensionManifest.ts";
import { fileNames } from "./fileNames.ts";
import { publicCodeHosts } from "./publicCodeHosts.ts";
import { publicInstanceURL } from "./publicInstanceURL.ts";

const iconSizes = [16, 32, 48, 128] as const;
const icons = Object.fromEntries(iconSizes.map((size) => [`${size}`, `icons/icon-${size}.png`]));

/** Nothing is loaded from elsewhere; requests go to the instance, wherever it is. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src https: http:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * Makes the manifest of the extension for a browser.
 *
 * What it asks for at installation: `storage` for settings and queue, `scripting` to run on the sites
 * that the person adds, `activeTab` to know which site that is when the popup is opened, `alarms` to
 * send later what could not be sent now; the public code hosts, where the worker also runs the parts
 * of the content script that a page needs, and the public instance. Every other site and instance is
 * asked for when the person wants it.
 *
 * @param version - One to four numbers.
 */
export function createManifest(browser: TargetBrowser, version: string): ExtensionManifest {
  return {
    manifest_version: 3,
    name: "Action Telemetry for code hosts",
    short_name: "Action Telemetry",
    version,
    description:
      "Actions, code navigation and search on GitHub, GitLab, Bitbucket and others, connected to your instance alone.",
    icons,
    action: {
      default_popup: fileNames.options,
      default_title: "Action Telemetry",
      default_icon: icons,
    },
    options_ui: { page: fileNames.options, open_in_tab: true },
    content_scripts: [
      {
        matches: publicCodeHosts,
        js: [fileNames.content],
        run_at: "document_idle",
        all_frames: false,
      },
    ],
    permissions: ["activeTab", "alarms", "scripting", "storage"],
    host_permissions: [`${publicInstanceURL}/*`, ...publicCodeHosts],
    optional_host_permissions: ["https://*/*", "http://*/*"],
    omnibox: { keyword: "src" },
    content_security_policy: { extension_pages: contentSecurityPolicy },
    ...(browser === "chrome" ? chrome : firefox),
  };
}

const chrome = {
  background: { service_worker: fileNames.background, type: "module" },
  minimum_chrome_version: "123",
  storage: { managed_schema: fileNames.managedSchema },
} as const satisfies Partial<ExtensionManifest>;

const firefox = {
  background: { scripts: [fileNames.background], type: "module" },
  browser_specific_settings: {
    gecko: {
      id: "browser-extension@action-telemetry",
      strict_min_version: "128.0",
      data_collection_permissions: {
        required: ["none"],
        optional: ["technicalAndInteraction"],
      },
    },
  },
} as const satisfies Partial<ExtensionManifest>;
