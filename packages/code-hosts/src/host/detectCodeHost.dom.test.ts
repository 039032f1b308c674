import { describe, expect, test } from "vitest";
import { bitbucketServerPage } from "../testing/bitbucketServerPage.ts";
import { gerritPage } from "../testing/gerritPage.ts";
import { gitHubEnterprisePage } from "../testing/gitHubPages.ts";
import { gitLabPage } from "../testing/gitLabPage.ts";
import { parsePage } from "../testing/parsePage.ts";
import { phabricatorPage } from "../testing/phabricatorPage.ts";
import { detectCodeHost } from "./detectCodeHost.ts";

const detect = (html: string, address: string) => detectCodeHost(parsePage(html, address))?.kind;

describe("A public host", () => {
  test.each([
    ["https://github.com/a/b", "github"],
    ["https://www.github.com/a/b", "github"],
    ["https://gitlab.com/a/b", "gitlab"],
    ["https://bitbucket.org/a/b", "bitbucket-cloud"],
  ])("is known by its name alone: %s", (address, kind) => {
    expect(detect("<p>", address)).toBe(kind);
  });

  test.each([
    "https://github.com.evil.example/a/b",
    "https://evil-github.com/a/b",
    "https://github.com@evil.example/a/b",
    "https://gist.github.com/a/b",
    "https://gitlab.com.evil.example/a/b",
    "https://bitbucket.org.evil.example/a/b",
    "http://github.com/a/b",
    "https://github.com./a/b",
    "file:///github.com/a/b",
  ])("is not known by a name like it: %s", (address) => {
    expect(detect("<p>", address)).toBeUndefined();
    expect(detect(gitHubEnterprisePage, address)).toBeUndefined();
  });
});

describe("An installation", () => {
  const installations = [
    ["github", gitHubEnterprisePage],
    ["gitlab", gitLabPage],
    ["bitbucket-server", bitbucketServerPage],
    ["phabricator", phabricatorPage],
    ["gerrit", gerritPage],
  ] as const;

  test.each(installations)("of %s is known by marks that agree", (kind, html) => {
    expect(detect(html, "https://code.example/a/b")).toBe(kind);
  });

  test.each(installations)("of %s is not known below a public host's name", (_, html) => {
    expect(detect(html, "https://github.com.evil.example/a/b")).toBeUndefined();
    expect(detect(html, "https://mygitlab.com/a/b")).toBeUndefined();
  });

  test.each(installations)("of %s is not known where the page names another host", (_, html) => {
    const copied = html.replace(
      "<head>",
      '<head><link rel="canonical" href="https://code.elsewhere.example/a">',
    );
    expect(copied).not.toBe(html);
    expect(detect(copied, "https://code.example/a/b")).toBeUndefined();
  });

  test.each([
    '<body class="enterprise">',
    '<head><meta property="og:site_name" content="GitHub">',
    '<head><meta property="og:site_name" content="GitLab">',
    '<body class="bitbucket-theme">',
    '<h1 class="bitbucket-header-logo">',
    '<body data-aui-version="7.6.3"><meta name="ajs-product" content="Confluence">',
    '<span class="phabricator-wordmark">',
    '<gr-app id="app">',
    '<div class="file-header"><a id="raw-url" href="/a/b/raw/c/d">',
  ])("is not known by one mark alone: %s", (html) => {
    expect(detect(html, "https://code.example/a/b")).toBeUndefined();
  });

  test("is none if marks of two hosts are mixed", () => {
    const mixed = gitHubEnterprisePage.replace(
      "<head>",
      '<head><meta content="GitLab"><meta name="csrf-param" content="authenticity_token">',
    );
    expect(detect(mixed, "https://code.example/a/b")).toBeUndefined();
  });
});
