import { describe, expect, it } from "vitest";
import { createManifest } from "./createManifest.ts";

const chrome = createManifest("chrome", "1.2.3");
const firefox = createManifest("firefox", "1.2.3");

describe.each([
  ["chrome", chrome],
  ["firefox", firefox],
] as const)("The manifest for %s", (_, manifest) => {
  it("asks for the least at installation", () => {
    expect(manifest.permissions).toEqual(["activeTab", "alarms", "scripting", "storage"]);
    const codeHosts = ["https://github.com/*", "https://gitlab.com/*", "https://bitbucket.org/*"];
    expect(manifest.content_scripts.flatMap(({ matches }) => matches)).toEqual(codeHosts);
    // The same hosts: parts of the content script are run there too, when they are needed.
    expect(manifest.host_permissions).toEqual(["https://sourcegraph.com/*", ...codeHosts]);
    expect(manifest.optional_host_permissions).toEqual(["https://*/*", "http://*/*"]);
  });

  it("opens nothing to pages: no resources, no connections, no frames", () => {
    expect(manifest).not.toHaveProperty("web_accessible_resources");
    expect(manifest).not.toHaveProperty("externally_connectable");
    expect(manifest.content_scripts.every((script) => !script.all_frames)).toBe(true);
  });

  it("allows no remote code and no evaluation", () => {
    const policy = manifest.content_security_policy.extension_pages;
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*|script-src[^;]*http/u);
  });

  it("is of the third version, answers to src, and describes itself in what a store shows", () => {
    expect(manifest).toMatchObject({
      manifest_version: 3,
      version: "1.2.3",
      omnibox: { keyword: "src" },
    });
    expect(manifest.description.length).toBeLessThanOrEqual(132);
    expect(manifest.name.length).toBeLessThanOrEqual(45);
  });
});

describe("createManifest", () => {
  it("runs the background as a module: a service worker in Chrome, a script in Firefox", () => {
    expect(chrome.background).toEqual({ service_worker: "background.js", type: "module" });
    expect(firefox.background).toEqual({ scripts: ["background.js"], type: "module" });
  });

  it("tells Firefox that no data are required and technical ones are optional", () => {
    expect(firefox.browser_specific_settings?.gecko).toMatchObject({
      id: "browser-extension@action-telemetry",
      data_collection_permissions: { required: ["none"], optional: ["technicalAndInteraction"] },
    });
    expect(chrome).not.toHaveProperty("browser_specific_settings");
  });

  it("says the same to both but for what only one of them knows", () => {
    const { background: _1, minimum_chrome_version: _2, storage: _3, ...common } = chrome;
    const { background: _4, browser_specific_settings: _5, ...other } = firefox;
    expect(other).toEqual(common);
  });
});
