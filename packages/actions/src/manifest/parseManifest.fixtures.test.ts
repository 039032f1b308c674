import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import type { Context } from "../context/Context.ts";
import { parseExpression } from "../expression/parseExpression.ts";
import { parseTemplate } from "../template/parseTemplate.ts";
import { parseManifest } from "./parseManifest.ts";

const folder = join(import.meta.dirname, "../../../../../shared/fixtures/manifests");
const isPresent = existsSync(folder);
const skipped = isPresent ? "" : " (SKIPPED: the fixtures are not beside the repository)";
const malformed = "sqs-word-count.json";
const iconOrigins = ["https://raw.githubusercontent.com"];

function load(file: string): unknown {
  return JSON.parse(readFileSync(join(folder, file), "utf8"));
}

function contributionsOf(file: string) {
  const parsed = parseManifest(load(file), { iconOrigins });
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value.contributions;
}

describe.skipIf(!isPresent)(`real manifests${skipped}`, () => {
  it("load without a diagnostic, and the malformed one is rejected alone", () => {
    const results = readdirSync(folder).map((file) => ({
      file,
      result: parseManifest(load(file), { iconOrigins }),
    }));
    expect(results).toHaveLength(11);
    const rejected = results.filter(({ result }) => !result.ok);
    expect(rejected).toMatchObject([
      {
        file: malformed,
        result: {
          error: {
            code: "manifest-malformed",
            path: "contributes.views",
            extension: "sqs/word-count",
            message: "contributes.views has to be a list. The extension was rejected.",
          },
        },
      },
    ]);
    const diagnostics = results.flatMap(({ result }) =>
      result.ok ? result.value.diagnostics : [],
    );
    expect(diagnostics).toStrictEqual([]);
  });

  const wellFormed = isPresent ? readdirSync(folder).filter((file) => file !== malformed) : [];

  it.each(wellFormed)("%s keeps every action and menu item", (file) => {
    const raw = load(file) as {
      contributes?: { actions?: unknown[]; menus?: Record<string, unknown[]> };
    };
    const { actions, menus } = contributionsOf(file);
    expect(actions).toEqual(raw.contributes?.actions ?? []);
    expect(menus).toEqual(raw.contributes?.menus ?? {});
  });

  it("have their icons dropped, with a diagnostic, when they would be loaded from elsewhere", () => {
    const parsed = parseManifest(load("sourcegraph-git-extras.json"));
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        contributions: { actions: [{ id: "git.blame.toggle", actionItem: { label: "Blame" } }] },
        diagnostics: [
          {
            code: "invalid-icon",
            path: "actions[0].actionItem.iconURL",
            actionId: "git.blame.toggle",
            extension: "sourcegraph/git-extras",
          },
        ],
      },
    });
    expect(JSON.stringify(parsed)).not.toContain("githubusercontent");
  });

  it.each([
    ["none", "Show blame for selected lines", false, "line"],
    ["line", "Show blame for the whole file", true, "file"],
    ["file", "Hide blame", true, "none"],
  ])("git.blame.toggle goes on from %s", (state, title, pressed, next) => {
    const context: Context = { "config.git.blame.decorations": state };
    const [action] = contributionsOf("sourcegraph-git-extras.json").actions;
    expect(evaluateTemplate(action?.title, context)).toBe(title);
    expect(evaluateExpression(action?.actionItem?.pressed, context)).toBe(pressed);
    const [keyPath, value, none] = action?.commandArguments ?? [];
    expect(keyPath).toStrictEqual(["git.blame.decorations"]);
    expect(evaluateTemplate(value, context)).toBe(next);
    expect(none).toBeNull();
  });
});

function evaluateTemplate(source: unknown, context: Context): unknown {
  const parsed = parseTemplate(String(source));
  const result = parsed.ok ? parsed.value.evaluate(context) : parsed;
  return result.ok ? result.value : result.error;
}

function evaluateExpression(source: unknown, context: Context): unknown {
  const parsed = parseExpression(String(source));
  const result = parsed.ok ? parsed.value.evaluate(context) : parsed;
  return result.ok ? result.value : result.error;
}
