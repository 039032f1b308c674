import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BlobFacts } from "../facts/FileFacts.ts";
import { isRepositoryPath } from "../facts/isRepositoryPath.ts";
import { isRevision } from "../facts/isRevision.ts";
import { createInstanceLinks } from "./createInstanceLinks.ts";
import { linkAttributes } from "./linkAttributes.ts";
import type { UTMPlatform } from "./UTMPlatform.ts";

const instanceURL = "https://sg.example";
const links = createInstanceLinks({ instanceURL, platform: "chrome-extension" });
const below = createInstanceLinks({
  instanceURL: "https://sg.example:8443/base/path/",
  platform: "firefox-extension",
});
const file: BlobFacts = {
  kind: "blob",
  repository: "github.com/a/b",
  revision: "main",
  path: "dir/a.ts",
};
const side = (revision: string) => ({ revision, path: "a.ts" });

describe("Each link is as it is written down", () => {
  test("search on GitHub", () => {
    expect(links.search("a b&c").href).toBe(
      "https://sg.example/search?utm_source=chrome-extension&utm_campaign=global-search&q=a+b%26c",
    );
  });

  test("omnibox", () => {
    expect(links.omnibox("a b").href).toBe("https://sg.example/search?q=a+b&utm_source=omnibox");
  });

  test("sign in", () => {
    expect(links.signIn().href).toBe(
      "https://sg.example/sign-in?close=true&utm_source=chrome-extension",
    );
  });

  test("file", () => {
    expect(links.file(file)!.href).toBe(
      "https://sg.example/github.com/a/b@main/-/blob/dir/a.ts?utm_source=chrome-extension",
    );
  });

  test("diff", () => {
    const diff = { kind: "diff", repository: "github.com/a/b", path: "a.ts" } as const;
    expect(links.diff({ ...diff, base: side("feat/x"), head: side("v2#1") })!.href).toBe(
      "https://sg.example/github.com/a/b/-/compare/feat/x...v2%231?utm_source=chrome-extension",
    );
    expect(links.diff({ ...diff, head: side("v2") })).toBeUndefined();
  });

  test("repository", () => {
    expect(links.repository("github.com/a/b")!.href).toBe(
      "https://sg.example/github.com/a/b?utm_source=chrome-extension",
    );
    expect(links.repository("github.com/a/b", "feat/x")!.pathname).toBe("/github.com/a/b@feat/x");
  });

  test("below the path of an instance", () => {
    const start = "https://sg.example:8443/base/path";
    const hrefs = [below.search("q"), below.omnibox("q"), below.signIn(), below.file(file)!];
    for (const { href } of hrefs) expect(href.startsWith(`${start}/`)).toBe(true);
    expect(below.omnibox("q").href).toBe(`${start}/search?q=q&utm_source=omnibox`);
  });
});

describe("Hostile parts (U-01)", () => {
  test("a revision with a hash keeps the markers out of the fragment", () => {
    const url = links.file({ ...file, revision: "feat/#1", path: "a?b#c %2e" })!;
    expect(url.hash).toBe("");
    expect([...url.searchParams]).toEqual([["utm_source", "chrome-extension"]]);
    expect(url.pathname).toBe("/github.com/a/b@feat/%231/-/blob/a%3Fb%23c%20%252e");
  });

  test.each(["..", "a/../b", "a/.", "", "a//b", "a\0b", "\ud800", "/a"])(
    "a path or repository that Git does not know has no link: %j",
    (text) => {
      expect(links.file({ ...file, path: text })).toBeUndefined();
      expect(links.repository(text)).toBeUndefined();
    },
  );

  test.each(["", "a..b", "a\nb", "\udfff", "a//b", "a/./b", "/a"])(
    "a revision that Git does not know has no link: %j",
    (revision) => {
      expect(links.file({ ...file, revision })).toBeUndefined();
      expect(links.repository("a/b", revision)).toBeUndefined();
    },
  );

  test("any repository, revision and path can be read back from the link", () => {
    const text = fc.string({ unit: "binary", maxLength: 12 });
    const nasty = fc.string({
      unit: fc.constantFrom(...Array.from("-a@/?#%.: &=+\\")),
      maxLength: 12,
    });
    const part = fc.oneof(text, nasty);
    const check = (repository: string, revision: string, path: string) => {
      const url = below.file({ kind: "blob", repository, revision, path });
      const isKnown =
        isRepositoryPath(repository) && isRevision(revision) && isRepositoryPath(path);
      const expected = isKnown ? readable({ repository, revision, path }) : undefined;
      return JSON.stringify(url && readBack(url)) === JSON.stringify(expected);
    };
    const property = fc.property(part, part, part, check);
    expect(() => fc.assert(property, { numRuns: 10_000 })).not.toThrow();
  });
});

const readable = (parts: object) => ({
  origin: "https://sg.example:8443",
  hash: "",
  query: [["utm_source", "firefox-extension"]],
  ...parts,
});

// The way an instance reads it: `-` parts the segments, the first literal `@` starts the revision.
function readBack(url: URL) {
  const { origin, hash, searchParams, pathname } = new URL(url.href);
  const [start = "", ...rest] = pathname.slice("/base/path/".length).split("/-/");
  const at = start.indexOf("@");
  return {
    origin,
    hash,
    query: [...searchParams],
    repository: decodeURIComponent(start.slice(0, at)),
    revision: decodeURIComponent(start.slice(at + 1)),
    path: decodeURIComponent(rest.join("/-/").replace(/^blob\//u, "")),
  };
}

describe("The instance (U-02)", () => {
  test.each([
    "javascript:alert(1)",
    "https://user:secret@sg.example",
    "https://user@sg.example",
    "ftp://sg.example",
    "sg.example",
    " ",
  ])("is refused, without repeating it: %s", (address) => {
    const create = () =>
      createInstanceLinks({ instanceURL: address, platform: "chrome-extension" });
    expect(create).toThrow("@action-telemetry/code-hosts: createInstanceLinks");
    expect(create).not.toThrow(address.trim() || "\0");
  });

  test.each([
    ["https://sg.example//", "https://sg.example/sign-in"],
    ["https://[::1]:3080/a//", "https://[::1]:3080/a/sign-in"],
    ["https://bücher.example", "https://xn--bcher-kva.example/sign-in"],
    ["https://sg.example/a?b=c#d", "https://sg.example/a/sign-in"],
  ])("may be written as %s", (address, start) => {
    const { href } = createInstanceLinks({
      instanceURL: address,
      platform: "chrome-extension",
    }).signIn();
    expect(href).toBe(`${start}?close=true&utm_source=chrome-extension`);
  });
});

test("An address full of slashes is read in as little time as any other of its length", () => {
  const instanceURL = `https://sg.example${"/".repeat(300_000)}a//`;
  const { href } = createInstanceLinks({ instanceURL, platform: "chrome-extension" }).signIn();
  expect(href.endsWith("//a/sign-in?close=true&utm_source=chrome-extension")).toBe(true);
});

describe("Marking (U-03)", () => {
  const mark = (address: string) => links.mark(new URL(address)).href;

  test("keeps query and fragment letter by letter, and does not stack", () => {
    const address = "https://sg.example/a?L10-12&x=a%20b#frag";
    const marked = "https://sg.example/a?L10-12&x=a%20b&utm_source=chrome-extension#frag";
    expect(mark(address)).toBe(marked);
    expect(mark(marked)).toBe(marked);
    expect(mark("https://sg.example/a?utm_source=other&utm_source=x&y")).toBe(
      "https://sg.example/a?y&utm_source=chrome-extension",
    );
  });

  test("leaves the address it is given, and those that lead elsewhere, as they are", () => {
    const url = new URL("https://sg.example/a");
    links.mark(url);
    expect(url.href).toBe("https://sg.example/a");
    for (const address of [
      "https://sg.example.evil.example/a",
      "http://sg.example/a",
      "https://sg.example:8443/a",
      "https://docs.example/",
      "mailto:a@sg.example",
    ]) {
      expect(mark(address)).toBe(address);
    }
    const outside = "https://sg.example:8443/base/pathology";
    expect(below.mark(new URL(outside)).href).toBe(outside);
  });
});

describe("What markers say (U-04)", () => {
  test("is of a closed list", () => {
    const platform = "x&utm_campaign=y#z" as UTMPlatform;
    expect(() => createInstanceLinks({ instanceURL, platform })).toThrow("UTMPlatform");
  });

  test("is nothing without consent, and the links still lead there", () => {
    const silent = createInstanceLinks({
      instanceURL,
      platform: "chrome-extension",
      markers: false,
    });
    expect(silent.search("x").href).toBe("https://sg.example/search?q=x");
    expect(silent.omnibox("x").href).toBe("https://sg.example/search?q=x");
    expect(silent.signIn().href).toBe("https://sg.example/sign-in?close=true");
    expect(silent.file(file)!.search).toBe("");
    expect(silent.mark(new URL("https://sg.example/a")).href).toBe("https://sg.example/a");
  });
});

test("Signing in leads nowhere else: the address has no parameter for it (U-05)", () => {
  expect([...links.signIn().searchParams.keys()]).toEqual(["close", "utm_source"]);
});

test("Links do not tell which page they are followed from (U-06)", () => {
  expect(linkAttributes).toEqual({
    target: "_blank",
    rel: "noopener noreferrer",
    referrerPolicy: "no-referrer",
  });
});

test("What was typed is in the query alone, never in a marker (U-07)", () => {
  const { searchParams } = links.omnibox("secret&utm_source=secret");
  expect(searchParams.getAll("utm_source")).toEqual(["omnibox"]);
  expect(searchParams.get("q")).toBe("secret&utm_source=secret");
});
