const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

/** Fails the run on a Node that cannot run TypeScript sources, before any test gives a stranger error. */
export function setup(): void {
  if (major > 22 || (major === 22 && minor >= 18)) return;
  throw new Error(
    `These tests run TypeScript sources and need Node 22.18 or later, but this is Node ${process.versions.node}. ` +
      "Run `npm test`, which brings its own Node, or put node_modules/.bin first on PATH.",
  );
}
