import { expect, test } from "vitest";
import { findLayerFaults } from "./layers.ts";
import { readWorkspacePackages, type WorkspacePackage } from "./WorkspacePackage.ts";

const planted = (folder: string, dependency: string): WorkspacePackage => ({
  folder,
  path: "",
  json: { name: folder, devDependencies: { [dependency]: "workspace:*" } },
});

test("packages depend only on packages of a lower layer", () => {
  expect(findLayerFaults(readWorkspacePackages())).toEqual([]);
});

test("a planted dependency on a higher layer is found, one for tests too", () => {
  expect(findLayerFaults([planted("telemetry", "@action-telemetry/react")])).toEqual([
    "telemetry may not depend on react",
  ]);
  expect(findLayerFaults([planted("actions", "@action-telemetry/event-schema")])).toHaveLength(1);
  expect(findLayerFaults([planted("code-browser", "@action-telemetry/benchmarks")])).toHaveLength(
    1,
  );
});

test("a package without a layer is found", () => {
  expect(findLayerFaults([planted("helpers", "vitest")])).toEqual([
    "helpers has no layer: add it to scripts/workspace/layers.ts",
  ]);
});
