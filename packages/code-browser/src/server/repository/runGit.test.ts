import { expect, test } from "vitest";
import { gitEnvironment } from "./gitEnvironment.ts";
import { runGit } from "./runGit.ts";

const folder = import.meta.dirname;

test("what Git prints is read", async () => {
  const answer = await runGit({ folder, arguments: ["--version"], maxBytes: 1000 });
  expect(answer.ok && answer.value.toString()).toMatch(/^git version/u);
});

test("an error of Git, too much output and no time are failures, and none names a place on the disk", async () => {
  const failed = await runGit({ folder, arguments: ["cat-file", "-t", "nothing"], maxBytes: 1000 });
  const flooded = await runGit({ folder, arguments: ["help", "-a"], maxBytes: 10 });
  const late = await runGit({
    folder,
    arguments: ["-c", "alias.wait=!sleep 60", "wait"],
    maxBytes: 1000,
    timeoutMs: 50,
  });
  expect(failed).toMatchObject({ error: { code: "failed" } });
  expect(flooded).toMatchObject({
    error: { message: "Git answered with more than can be shown." },
  });
  expect(late).toMatchObject({ error: { code: "timed-out" } });
  expect(JSON.stringify([failed, flooded, late])).not.toContain(folder);
});

test("a call that is given up ends", async () => {
  const controller = new AbortController();
  controller.abort();
  const answer = runGit({
    folder,
    arguments: ["--version"],
    maxBytes: 1000,
    signal: controller.signal,
  });
  expect(await answer).toMatchObject({ error: { code: "failed" } });
});

test("variables that would point Git elsewhere do not reach it", () => {
  const environment = gitEnvironment({ GIT_DIR: "/elsewhere", GIT_WORK_TREE: "/", PATH: "/bin" });
  expect(environment).not.toHaveProperty("GIT_DIR");
  expect(environment).not.toHaveProperty("GIT_WORK_TREE");
  expect(environment["PATH"]).toBe("/bin");
});
