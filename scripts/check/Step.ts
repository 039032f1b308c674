/** One check of `npm test`: a script of the root package.json. */
export interface Step {
  /** What is typed to run this one alone: `npm test -- <name>`. */
  readonly name: string;
  /** The script, without its `check:`. */
  readonly title: string;
  /** True when Vitest runs it, so that its tests are counted. */
  readonly counted: boolean;
}

/** Every check, in the order they run: the quick ones first, never two heavy ones at once. */
export const steps: readonly Step[] = [
  { name: "format", title: "Formatting", counted: false },
  { name: "lint", title: "Lint and layers", counted: false },
  { name: "types", title: "Types", counted: false },
  { name: "tests", title: "Unit and component tests", counted: true },
  { name: "stories", title: "Stories and accessibility", counted: true },
  { name: "e2e", title: "End-to-end tests", counted: true },
  { name: "packages", title: "Packed packages", counted: false },
  { name: "size", title: "Size of what pages load", counted: false },
  { name: "unused", title: "Unused code", counted: false },
];
