import { rapidDiffFile } from "./rapidDiffFile.ts";
import { ensureMount } from "../dom/ensureMount.ts";

const files = `.file-holder, .diff-file, ${rapidDiffFile}`;
const fileActions = ".file-actions, .rd-diff-file-info";
const repositoryParts =
  ".tree-controls, .project-repo-buttons, .project-home-panel .project-buttons";
// The best place first: the others contain it, or stand in for it.
const headerParts = [
  ".navbar-gitlab .navbar-collapse",
  ".super-sidebar .user-bar",
  ".navbar-gitlab .container-fluid",
  ".navbar-gitlab",
];

/**
 * The toolbar's mount: first among the actions of a file's header.
 *
 * @returns `null`, having changed nothing, if the element is no code view of GitLab
 */
export function getGitLabToolbarMount(codeView: HTMLElement): HTMLElement | null {
  const actions = codeView.matches(files) ? codeView.querySelector(fileActions) : null;
  return actions && ensureMount("toolbar", { parent: actions });
}

/** The mount beside the buttons of a project or of its tree; `null` where there are none. */
export function getGitLabRepositoryMount(container: ParentNode): HTMLElement | null {
  const controls = container.querySelector(repositoryParts);
  return controls && ensureMount("repository", { parent: controls });
}

/** The mount in the bar at the top, or of the sidebar in newer versions; `null` where there is none. */
export function getGitLabPaletteMount(container: ParentNode): HTMLElement | null {
  const bar = headerParts
    .map((selector) => container.querySelector(selector))
    .find((found) => found !== null);
  return bar ? ensureMount("palette", { parent: bar }) : null;
}
