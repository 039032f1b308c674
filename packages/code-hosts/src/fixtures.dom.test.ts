import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { mountAttribute } from "./dom/ensureMount.ts";
import type { FileFacts } from "./facts/FileFacts.ts";
import type { CodeHost } from "./host/CodeHost.ts";
import type { CodeHostKind } from "./host/CodeHostKind.ts";
import { codeHosts } from "./host/codeHosts.ts";
import { detectCodeHost } from "./host/detectCodeHost.ts";
import { parsePage } from "./testing/parsePage.ts";

const folder = join(import.meta.dirname, "../../../../shared/fixtures/code-hosts");
const isThere = existsSync(folder);

interface Fixture {
  readonly file: string;
  readonly kind: CodeHostKind;
  readonly address: string;
  /** A part of a page, without the marks that an installation is recognized by. */
  readonly isFragment?: true;
  readonly codeViews: number;
  readonly toolbars: number;
  readonly first?: FileFacts;
  readonly repository?: string;
  readonly hasRepositoryMount?: true;
  readonly hasPaletteMount?: true;
}

/** How many lines of code there are, and the first and the last of them. */
const linesByFile: Readonly<Record<string, readonly [number, string, string]>> = {
  "github/github.com/blob.html": [2, "blob 1", "blob 2"],
  "github/github.com/blob.code-view.html": [2, "blob 1", "blob 2"],
  "github/github.com/commit.unified.html": [8, "head 39", "head 45"],
  "github/github.com/pull-request.split.html": [122, "base 40", "head 1340"],
  "github/github.com/pull-request-discussion.html": [4, "head 59", "head 62"],
  "github/ghe-2.14.11/blob.code-view.html": [49, "blob 1", "blob 49"],
  "github/ghe-2.14.11/commit.split.html": [1, "head 1", "head 1"],
  "gitlab/blob.code-view.html": [172, "blob 1", "blob 172"],
  "gitlab/merge-request.unified.code-view.html": [24, "head 732", "head 752"],
  "bitbucket/single-file.html": [18, "blob 1", "blob 18"],
  "bitbucket/single-file-source.code-view.html": [19, "blob 1", "blob 19"],
  "bitbucket/pull-request.split.modified.code-view.html": [252, "base 1", "head 126"],
  "phabricator/diffusion.html": [605, "blob 1", "blob 605"],
  "phabricator/2017.09/diffusion.code-view.html": [10, "blob 1", "blob 10"],
  "phabricator/2019.21/differential.split.code-view.html": [79, "base 26", "head 87"],
};

const sourcegraph = "github.com/sourcegraph/sourcegraph";

const fixtures: readonly Fixture[] = [
  {
    file: "github/github.com/blob.html",
    kind: "github",
    address:
      "https://github.com/sourcegraph/sourcegraph/blob/eaa0fe5d10dfb0d99f5de640fcc7dac28f715bc9/shared/src/api/extension/types/url.ts",
    codeViews: 1,
    toolbars: 1,
    first: {
      kind: "blob",
      repository: sourcegraph,
      path: "shared/src/api/extension/types/url.ts",
      revision: "eaa0fe5d10dfb0d99f5de640fcc7dac28f715bc9",
      commit: "eaa0fe5d10dfb0d99f5de640fcc7dac28f715bc9",
    },
    repository: sourcegraph,
    hasRepositoryMount: true,
    hasPaletteMount: true,
  },
  {
    file: "github/github.com/blob.code-view.html",
    kind: "github",
    address:
      "https://github.com/sourcegraph/sourcegraph/blob/eaa0fe5d10dfb0d99f5de640fcc7dac28f715bc9/shared/src/api/extension/types/url.ts",
    codeViews: 1,
    toolbars: 1,
    first: {
      kind: "blob",
      repository: sourcegraph,
      path: "shared/src/api/extension/types/url.ts",
      revision: "eaa0fe5d10dfb0d99f5de640fcc7dac28f715bc9",
      commit: "eaa0fe5d10dfb0d99f5de640fcc7dac28f715bc9",
    },
    repository: sourcegraph,
  },
  {
    file: "github/github.com/commit.unified.html",
    kind: "github",
    address:
      "https://github.com/sourcegraph/sourcegraph/commit/d3d0fe7fad2c909e3a2e4de2259dc6604983a092?diff=unified",
    codeViews: 1,
    toolbars: 1,
    first: {
      kind: "diff",
      repository: sourcegraph,
      path: "doc/dev/incidents.md",
      base: {
        revision: "08526f7f06b2df657f37f2d823b2bd62abb21230",
        path: "doc/dev/incidents.md",
      },
      head: {
        revision: "d3d0fe7fad2c909e3a2e4de2259dc6604983a092",
        path: "doc/dev/incidents.md",
      },
    },
    repository: sourcegraph,
    hasRepositoryMount: true,
    hasPaletteMount: true,
  },
  {
    file: "github/github.com/pull-request.split.html",
    kind: "github",
    address: "https://github.com/sourcegraph/sourcegraph/pull/3257/files?diff=split",
    codeViews: 1,
    toolbars: 1,
    first: {
      kind: "diff",
      repository: sourcegraph,
      path: "cmd/gitserver/server/server.go",
      base: {
        revision: "08526f7f06b2df657f37f2d823b2bd62abb21230",
        path: "cmd/gitserver/server/server.go",
      },
      head: {
        revision: "a537a324138be6b8a47d544d9ce7ed0cd7bce7dd",
        path: "cmd/gitserver/server/server.go",
      },
    },
    repository: sourcegraph,
    hasRepositoryMount: true,
    hasPaletteMount: true,
  },
  {
    file: "github/github.com/pull-request-discussion.html",
    kind: "github",
    address: "https://github.com/sourcegraph/sourcegraph/pull/3221",
    codeViews: 1,
    toolbars: 0,
    first: {
      kind: "diff",
      repository: sourcegraph,
      path: "pkg/redispool/redispool.go",
      head: {
        revision: "cb632145276dd3e17f03e44b272b611b8107f725",
        path: "pkg/redispool/redispool.go",
      },
    },
    repository: sourcegraph,
    hasRepositoryMount: true,
    hasPaletteMount: true,
  },
  {
    file: "github/ghe-2.14.11/blob.code-view.html",
    kind: "github",
    address: "http://ghe.sgdev.org/beyang/mux/blob/master/bench_test.go",
    isFragment: true,
    codeViews: 1,
    toolbars: 1,
    first: {
      kind: "blob",
      repository: "ghe.sgdev.org/beyang/mux",
      path: "bench_test.go",
      revision: "master",
    },
    repository: "ghe.sgdev.org/beyang/mux",
  },
  {
    file: "github/ghe-2.14.11/commit.split.html",
    kind: "github",
    address: "http://ghe.sgdev.org/beyang/test/commit/9b5f3da066e16209a1f924b1f81db3d51f662230",
    codeViews: 1,
    toolbars: 1,
    first: {
      kind: "diff",
      repository: "ghe.sgdev.org/beyang/test",
      path: "README.md",
      head: { revision: "9b5f3da066e16209a1f924b1f81db3d51f662230", path: "README.md" },
    },
    repository: "ghe.sgdev.org/beyang/test",
    hasRepositoryMount: true,
    hasPaletteMount: true,
  },
  {
    file: "gitlab/blob.code-view.html",
    kind: "gitlab",
    address:
      "https://gitlab.com/gitlab-org/gitlab-runner/blob/0362425dc5026417338ac6a823c53fe65b10c4a7/executors/shell/executor_shell.go",
    codeViews: 1,
    toolbars: 1,
    first: {
      kind: "blob",
      repository: "gitlab.com/gitlab-org/gitlab-runner",
      path: "executors/shell/executor_shell.go",
      revision: "0362425dc5026417338ac6a823c53fe65b10c4a7",
      commit: "0362425dc5026417338ac6a823c53fe65b10c4a7",
    },
    repository: "gitlab.com/gitlab-org/gitlab-runner",
  },
  {
    file: "gitlab/merge-request.unified.code-view.html",
    kind: "gitlab",
    address: "https://gitlab.com/gitlab-org/gitlab-runner/-/merge_requests/1058/diffs?view=inline",
    codeViews: 1,
    toolbars: 1,
    first: {
      kind: "diff",
      repository: "gitlab.com/gitlab-org/gitlab-runner",
      path: "executors/shell/executor_shell_test.go",
      head: {
        revision: "0362425dc5026417338ac6a823c53fe65b10c4a7",
        path: "executors/shell/executor_shell_test.go",
      },
    },
    repository: "gitlab.com/gitlab-org/gitlab-runner",
  },
  {
    file: "gitlab/repository.html",
    kind: "gitlab",
    address: "https://gitlab.com/gitlab-org/gitlab-runner",
    codeViews: 0,
    toolbars: 0,
    repository: "gitlab.com/gitlab-org/gitlab-runner",
    hasRepositoryMount: true,
    hasPaletteMount: true,
  },
  {
    file: "bitbucket/single-file.html",
    kind: "bitbucket-server",
    address: "http://localhost:7990/projects/SOUR/repos/mux/browse/context.go",
    codeViews: 1,
    toolbars: 1,
    first: {
      kind: "blob",
      repository: "localhost/SOUR/mux",
      path: "context.go",
      revision: "master",
      commit: "212aa90d7cec051ab29930d5c56f758f6f69a789",
    },
    repository: "localhost/SOUR/mux",
    hasRepositoryMount: true,
    hasPaletteMount: true,
  },
  {
    file: "bitbucket/browse.html",
    kind: "bitbucket-server",
    address: "http://localhost:7990/projects/SOURCEGRAPH/repos/mux/browse",
    codeViews: 0,
    toolbars: 0,
    repository: "localhost/SOURCEGRAPH/mux",
    hasRepositoryMount: true,
    hasPaletteMount: true,
  },
  {
    file: "bitbucket/single-file-source.code-view.html",
    kind: "bitbucket-server",
    address: "http://localhost:7990/projects/SOURCEGRAPH/repos/mux/browse/dir/test_helpers.go",
    isFragment: true,
    codeViews: 1,
    toolbars: 1,
    first: {
      kind: "blob",
      repository: "localhost/SOURCEGRAPH/mux",
      path: "dir/test_helpers.go",
      revision: "master",
    },
    repository: "localhost/SOURCEGRAPH/mux",
  },
  {
    file: "bitbucket/pull-request.split.modified.code-view.html",
    kind: "bitbucket-server",
    address: "http://localhost:7990/projects/SOURCEGRAPH/repos/mux/pull-requests/1/diff#dir/mux.go",
    isFragment: true,
    codeViews: 1,
    toolbars: 1,
    first: {
      kind: "diff",
      repository: "localhost/SOURCEGRAPH/mux",
      path: "dir/mux.go",
      head: { revision: "d67f62a89d54d4dfaf220630ff44532ae2feec8b", path: "dir/mux.go" },
    },
    repository: "localhost/SOURCEGRAPH/mux",
  },
  {
    file: "phabricator/diffusion.html",
    kind: "phabricator",
    address: "https://phabricator.sgdev.org/source/gorilla/browse/master/mux.go",
    codeViews: 1,
    toolbars: 1,
    first: {
      kind: "blob",
      repository: "phabricator.sgdev.org/source/gorilla",
      path: "mux.go",
      revision: "master",
      commit: "e67b3c02c7195c052acff13261f0c9fd1ba53011",
    },
    repository: "phabricator.sgdev.org/source/gorilla",
    hasRepositoryMount: true,
    hasPaletteMount: true,
  },
  {
    file: "phabricator/2017.09/diffusion.code-view.html",
    kind: "phabricator",
    address:
      "https://phabricator.sgdev.org/source/test/browse/master/main.go;48600480cce9f832f7daacab256fbfdeb7002603",
    isFragment: true,
    codeViews: 1,
    toolbars: 0,
    first: {
      kind: "blob",
      repository: "phabricator.sgdev.org/source/test",
      path: "main.go",
      revision: "master",
      commit: "48600480cce9f832f7daacab256fbfdeb7002603",
    },
    repository: "phabricator.sgdev.org/source/test",
  },
  {
    file: "phabricator/commit-view.html",
    kind: "phabricator",
    address: "https://phabricator.sgdev.org/rMUXeab9c4f3d22d907d728aa0f5918934357866249e",
    codeViews: 1,
    toolbars: 1,
    first: {
      kind: "diff",
      repository: "phabricator.sgdev.org/source/gorilla",
      path: "mux.go",
      base: { revision: "50fbc3e7fbfcdb4fb850686588071e5f0bdd4a0a", path: "mux.go" },
      head: { revision: "eab9c4f3d22d907d728aa0f5918934357866249e", path: "mux.go" },
    },
    repository: "phabricator.sgdev.org/source/gorilla",
    hasRepositoryMount: true,
    hasPaletteMount: true,
  },
  {
    file: "phabricator/2019.21/differential.split.code-view.html",
    kind: "phabricator",
    // The repository stands in another part of the page.
    address: "https://phabricator.sgdev.org/D1",
    isFragment: true,
    codeViews: 1,
    toolbars: 1,
  },
];

// Style sheets would be asked for, and that is refused aloud.
const readPage = ({ file, address }: Fixture) =>
  parsePage(
    readFileSync(join(folder, file), "utf8").replaceAll(/rel=(["']?)stylesheet\1/gu, "rel=none"),
    address,
  );
const hostOf = ({ kind }: Fixture) => codeHosts.find((host) => host.kind === kind)!;
const countMounts = (document: Document) => document.querySelectorAll(`[${mountAttribute}]`).length;

describe.skipIf(!isThere)("Real pages (skipped where the fixtures are not there)", () => {
  describe.each(fixtures)("$file", (fixture) => {
    const page = isThere ? readPage(fixture) : parsePage("", fixture.address);
    const host = hostOf(fixture);

    test("is of its host alone", () => {
      const claimed = codeHosts.filter((candidate) => candidate.recognizes(page));
      const expected = fixture.isFragment ? [] : [fixture.kind];
      expect(claimed.map(({ kind }) => kind)).toEqual(expected);
    });

    test("is refused below the name of another host", () => {
      const url = new URL(page.url);
      url.host = "github.com.evil.example";
      expect(detectCodeHost({ ...page, url })).toBeUndefined();
    });

    test("has its code views, and their facts are right", () => {
      const views = host.findCodeViews(page.document);
      expect(views).toHaveLength(fixture.codeViews);
      const [facts] = views.map((view) => host.readFileFacts(page, view));
      expect(facts).toEqual(fixture.first);
      expect(host.readRepository(page)).toBe(fixture.repository);
    });

    test("has one toolbar for a code view, however often it is asked for", () => {
      const views = host.findCodeViews(page.document);
      const mounts = views.map((view) => host.getToolbarMount(view));
      expect(mounts.filter((mount) => mount !== null)).toHaveLength(fixture.toolbars);
      expect(views.map((view) => host.getToolbarMount(view))).toEqual(mounts);
      expect(countMounts(page.document)).toBe(fixture.toolbars);
      for (const mount of mounts) mount?.remove();
    });

    test("has a place for the repository and the palette, where whole pages have one", () => {
      const get = () => [
        host.getRepositoryMount(page.document),
        host.getPaletteMount(page.document),
      ];
      const [repository, palette] = get();
      expect(repository !== null).toBe(fixture.hasRepositoryMount === true);
      expect(palette !== null).toBe(fixture.hasPaletteMount === true);
      expect(get()).toEqual([repository, palette]);
      repository?.remove();
      palette?.remove();
    });

    test("has lines of code, with their numbers and sides", () => {
      const lines = host.findCodeViews(page.document).flatMap((view) => readLines(host, view));
      const [count, first, last] = linesByFile[fixture.file] ?? [0];
      expect([lines.length, lines[0], lines.at(-1)]).toEqual([count, first, last]);
    });

    test("is left alone by the mounts of every other host", () => {
      for (const other of codeHosts.filter(({ kind }) => kind !== fixture.kind)) {
        other.getRepositoryMount(page.document);
        other.getPaletteMount(page.document);
        for (const view of host.findCodeViews(page.document)) other.getToolbarMount(view);
      }
      expect(countMounts(page.document)).toBe(0);
    });
  });
});

/** Side and number of every line of a code view that the elements of the page lead to. */
function readLines(host: CodeHost, view: HTMLElement): readonly string[] {
  const lines = new Map<Element, string>();
  for (const element of view.querySelectorAll("*")) {
    const line = host.findLine(view, element);
    if (line !== undefined) lines.set(line.element, `${line.side ?? "blob"} ${line.line}`);
  }
  return [...lines.values()];
}
