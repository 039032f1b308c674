import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commandFlags } from "../testing/commandFlags.ts";
import { readConfiguration } from "./readConfiguration.ts";

const packageFolder = join(import.meta.dirname, "../..");
const workspace = join(packageFolder, "../..");
const read = (path: string) => readFileSync(path, "utf8");

describe("The Dockerfile", () => {
  const instructions = read(join(packageFolder, "Dockerfile"))
    .replaceAll(/^#.*\n/gmu, "")
    .replaceAll("\\\n", "")
    .split("\n")
    .filter(Boolean);
  const valuesOf = (name: string) =>
    instructions.flatMap((line) =>
      line.startsWith(`${name} `) ? line.slice(name.length + 1) : [],
    );

  it("builds with the versions of Node and pnpm that the workspace has", () => {
    const major = /^nodeVersion: (\d+)/mu.exec(read(join(workspace, "pnpm-workspace.yaml")))?.[1];
    expect(valuesOf("FROM").map((image) => /^node:(\d+)/u.exec(image)?.[1])).toEqual([
      major,
      major,
    ]);
    const { devDependencies } = JSON.parse(read(join(workspace, "package.json"))) as {
      devDependencies: Record<string, string>;
    };
    const versions = valuesOf("RUN").flatMap((line) => /pnpm@(\S+)/u.exec(line)?.[1] ?? []);
    expect(new Set(versions)).toEqual(new Set([devDependencies["pnpm"]]));
  });

  it("runs as somebody else than root, watches its health, and knows no secret", () => {
    const last = instructions.slice(instructions.findLastIndex((line) => line.startsWith("FROM")));
    expect(last.filter((line) => line.startsWith("USER"))).toEqual(["USER 1000"]);
    expect(last.some((line) => line.startsWith("HEALTHCHECK") && line.includes("/healthz"))).toBe(
      true,
    );
    expect(last.at(-1)).toMatch(/^ENTRYPOINT \["node"/u);
    expect(instructions.join("\n")).not.toMatch(/TOKEN=|DATABASE_URL|PASSWORD/u);
  });

  it("starts Node as the command does, and as the package is started from source", () => {
    const flags = commandFlags(join(packageFolder, "src/cli.ts"));
    expect(flags).not.toEqual([]);
    const [entry = "[]"] = valuesOf("ENTRYPOINT");
    expect((JSON.parse(entry) as string[]).slice(0, -1)).toEqual(["node", ...flags]);
    const { scripts } = JSON.parse(read(join(packageFolder, "package.json"))) as {
      scripts: Record<string, string>;
    };
    expect(scripts["start"]).toContain(`node ${flags.join(" ")} --conditions`);
  });

  it("sets an environment that starts with a token, and not without", () => {
    const environment = Object.fromEntries(
      valuesOf("ENV").flatMap((line) => line.split(" ").map((pair) => pair.split("="))),
    ) as Record<string, string>;
    expect(readConfiguration(environment)).toMatchObject({ ok: false });
    expect(readConfiguration({ ...environment, ADMIN_TOKEN: "0123456789abcdef" })).toMatchObject({
      ok: true,
      value: { host: "0.0.0.0", databaseURL: "file:///data/events.db" },
    });
  });
});

const analyzer = "/usr/bin/systemd-analyze";
const lacksAnalyzer = !existsSync(analyzer);
const note = lacksAnalyzer ? " (skipped: there is no systemd-analyze here)" : "";

describe("The unit of systemd", () => {
  const unit = join(packageFolder, "action-telemetry-collector.service");

  it.skipIf(lacksAnalyzer)(`is understood by systemd, and exposes little${note}`, () => {
    execFileSync(analyzer, ["verify", unit], { stdio: "pipe" });
    const report = execFileSync(analyzer, ["security", "--offline=yes", unit], {
      encoding: "utf8",
    });
    const exposure = Number(/Overall exposure level for \S+: ([\d.]+)/u.exec(report)?.[1]);
    expect(exposure).toBeLessThan(2);
  });

  it("waits longer for the end than the collector takes to drain", () => {
    expect(Number(/^TimeoutStopSec=(\d+)$/mu.exec(read(unit))?.[1])).toBeGreaterThan(10);
  });
});
