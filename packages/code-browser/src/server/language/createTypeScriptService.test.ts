import { afterAll, beforeAll, expect, test } from "vitest";
import { openRepository } from "../repository/openRepository.ts";
import { createTestRepository, type TestRepository } from "../testing/createTestRepository.ts";
import type { LanguageService } from "./createLanguageService.ts";
import { createTypeScriptService } from "./createTypeScriptService.ts";

let repository: TestRepository;
let service: LanguageService;
let time = 0;

beforeAll(async () => {
  repository = createTestRepository();
  repository.write(
    "tsconfig.json",
    `{ "include": ["src"], "compilerOptions": { "noEmit": true } }`,
  );
  repository.write(
    "src/add.ts",
    "/** Adds numbers. */\nexport function add(a: number) {\n  return a;\n}\n",
  );
  repository.write(
    "src/main.ts",
    `import { add } from "./add";\nadd(1);\nadd(2);\n[].map(String);\n`,
  );
  repository.write("plain.py", "x = 1\n");
  repository.write("script.js", "function f() {}\nf();\n");
  const opened = await openRepository(repository.folder);
  if (!opened.ok) {
    throw new Error(opened.error.message);
  }
  service = createTypeScriptService(opened.value, () => time);
});
afterAll(() => {
  service.close();
  repository.remove();
});

test("a hover tells type and documentation; a place without a word tells nothing", async () => {
  const answer = await service.hover("src/main.ts", { line: 1, character: 1 });
  expect(answer).toMatchObject({
    value: {
      hover: { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } } },
    },
  });
  expect(JSON.stringify(answer)).toContain("Adds numbers.");
  expect(await service.hover("src/main.ts", { line: 1, character: 6 })).toEqual({
    ok: true,
    value: {},
  });
});

test("the definition is found in another file, with its line", async () => {
  expect(await service.definition("src/main.ts", { line: 2, character: 0 })).toMatchObject({
    value: {
      outside: 0,
      locations: [
        {
          path: "src/add.ts",
          lineText: "export function add(a: number) {",
          range: { start: { line: 1, character: 16 } },
        },
      ],
    },
  });
});

test("a definition outside the repository is counted and not shown", async () => {
  const answer = await service.definition("src/main.ts", { line: 3, character: 4 });
  expect(answer.ok && answer.value.locations).toEqual([]);
  expect(answer.ok && answer.value.outside).toBeGreaterThan(0);
});

test("references are found in every file", async () => {
  const answer = await service.references("src/add.ts", { line: 1, character: 17 });
  const found = answer.ok
    ? answer.value.locations.map(({ path, range }) => `${path}:${range.start.line}`)
    : [];
  expect(found.toSorted()).toEqual([
    "src/add.ts:1",
    "src/main.ts:0",
    "src/main.ts:1",
    "src/main.ts:2",
  ]);
});

test("a file that has changed is read again", async () => {
  repository.write("src/late.ts", "const early = 1;\nearly;\n");
  await service.hover("src/late.ts", { line: 1, character: 0 });
  repository.write("src/late.ts", "// moved\nconst early = 1;\nearly;\n");
  expect(await service.definition("src/late.ts", { line: 2, character: 0 })).toMatchObject({
    value: { locations: [{ range: { start: { line: 1, character: 6 } } }] },
  });
});

test("another file that has changed, came or went is read again", async () => {
  repository.write("src/user.ts", `import { late } from "./other";\nlate;\n`);
  const definition = async () => {
    time += 5000;
    const answer = await service.definition("src/user.ts", { line: 1, character: 0 });
    return answer.ok
      ? answer.value.locations.map(({ path, range }) => `${path}:${range.start.line}`)
      : answer.error.code;
  };
  expect(await definition()).toEqual(["src/user.ts:0"]);
  repository.write("src/other.ts", "export const late = 1;\n");
  expect(await definition()).toEqual(["src/other.ts:0"]);
  repository.write("src/other.ts", "// one\n// two\nexport const late = 1;\n");
  expect(await definition()).toEqual(["src/other.ts:2"]);
});

test("JavaScript is known, other languages are not, and paths outside are refused", async () => {
  expect(await service.definition("script.js", { line: 1, character: 0 })).toMatchObject({
    value: { locations: [{ path: "script.js" }] },
  });
  expect(await service.hover("plain.py", { line: 0, character: 0 })).toMatchObject({
    error: { code: "unsupported" },
  });
  expect(await service.hover("../x.ts", { line: 0, character: 0 })).toMatchObject({
    error: { code: "refused" },
  });
});
