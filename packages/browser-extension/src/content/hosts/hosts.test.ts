import { codeHosts } from "@action-telemetry/code-hosts";
import { describe, expect, test } from "vitest";
import * as bitbucketCloud from "./bitbucketCloud.ts";
import * as bitbucketServer from "./bitbucketServer.ts";
import * as gerrit from "./gerrit.ts";
import * as gitHub from "./gitHub.ts";
import * as gitLab from "./gitLab.ts";
import * as phabricator from "./phabricator.ts";

type Theme = "light" | "dark";

/** The tokens of a host in a theme, over those that all components begin with. */
function tokensOf(css: string, theme: Theme): Readonly<Record<string, string>> {
  const defaults = {
    "--at-surface-raised": "light-dark(#ffffff, #1c1f26)",
    "--at-surface-sunken": "light-dark(#f7f8fa, #12141a)",
    "--at-accent-subtle": "light-dark(#eceffd, #262c4d)",
  };
  const own = [...css.matchAll(/(--[\w-]+): ([^;]+);/gu)].map(([, name, value]) => [name, value]);
  const all = Object.entries({ ...defaults, ...(Object.fromEntries(own) as typeof defaults) });
  const choose = (value: string) =>
    /^light-dark\((#\w+), (#\w+)\)$/u.exec(value)?.[theme === "light" ? 1 : 2] ?? value;
  return Object.fromEntries(all.map(([name, value]) => [name, choose(value)]));
}

/** The contrast of two opaque colours, as accessibility guidelines count it: 1 to 21. */
function contrast(first = "", second = ""): number {
  const luminance = (color: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((start) => Number.parseInt(color.slice(start, start + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(first), luminance(second)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const pairs = [
  ["--at-text", "--at-surface"],
  ["--at-text", "--at-surface-raised"],
  ["--at-text", "--at-surface-sunken"],
  ["--at-text", "--at-button"],
  ["--at-text-muted", "--at-surface-raised"],
  ["--at-text-muted", "--at-surface-sunken"],
  ["--at-accent", "--at-surface-raised"],
  ["--at-accent", "--at-accent-subtle"],
] as const;

const hosts = [gitHub, gitLab, bitbucketServer, bitbucketCloud, phabricator, gerrit];

test("There is a part for each kind of code host", () => {
  expect(hosts.map(({ host }) => host)).toEqual(codeHosts);
});

describe.each(hosts)("The looks on $host.name", ({ styles: css }) => {
  test.each(["light", "dark"] as const)("can be read in the %s theme", (theme) => {
    const tokens = tokensOf(css, theme);
    const weak = pairs
      .filter(([, behind]) => tokens[behind] !== undefined)
      .map(([text, behind]) => ({ text, behind, ratio: contrast(tokens[text], tokens[behind]) }))
      .filter(({ ratio }) => ratio < 4.5);
    expect(weak).toEqual([]);
  });
});

test("Contrast is counted as it should be", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 1);
});
