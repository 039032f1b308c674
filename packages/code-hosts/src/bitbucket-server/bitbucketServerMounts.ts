import { ensureMount } from "../dom/ensureMount.ts";

/**
 * The toolbar's mount: first among the buttons of a file's header.
 *
 * @returns `null`, having changed nothing, if the element is no code view of Bitbucket Server
 */
export function getBitbucketServerToolbarMount(codeView: HTMLElement): HTMLElement | null {
  if (!codeView.matches(".file-content, .change-view")) return null;
  const buttons = codeView.querySelector(
    ".file-toolbar .secondary, .change-header .diff-actions, .change-header .change-actions",
  );
  return buttons && ensureMount("toolbar", { parent: buttons });
}

/** The mount beside the selector of branches; `null` where there is none. */
export function getBitbucketServerRepositoryMount(container: ParentNode): HTMLElement | null {
  const buttons =
    container.querySelector(".branch-selector-toolbar .aui-buttons") ??
    container.querySelector(".branch-selector-toolbar .aui-group, .branch-selector-toolbar");
  return buttons && ensureMount("repository", { parent: buttons, before: null, tag: "span" });
}

/** The mount last in the navigation at the top; `null` where there is none. */
export function getBitbucketServerPaletteMount(container: ParentNode): HTMLElement | null {
  const navigation = container.querySelector(".aui-header-primary .aui-nav");
  return navigation && ensureMount("palette", { parent: navigation, before: null, tag: "li" });
}
