import { ensureMount } from "../dom/ensureMount.ts";

/**
 * The toolbar's mount: first among the buttons of a changeset, or of the file's header in Diffusion.
 *
 * @returns `null`, having changed nothing, if the element is no code view of Phabricator
 */
export function getPhabricatorToolbarMount(codeView: HTMLElement): HTMLElement | null {
  const buttons = codeView.querySelector(".differential-changeset-buttons");
  if (buttons !== null) return ensureMount("toolbar", { parent: buttons });
  if (codeView.querySelector('.diffusion-source, [data-sigil~="phabricator-source"]') === null) {
    return null;
  }
  const links = codeView.querySelector(".phui-header-action-links");
  return links && ensureMount("toolbar", { parent: links });
}

/** The mount beside the actions in the header of a page; `null` where there are none. */
export function getPhabricatorRepositoryMount(container: ParentNode): HTMLElement | null {
  const links = container.querySelector(
    ".phui-two-column-header .phui-header-action-links, .phui-two-column-view .phui-header-action-links",
  );
  return links && ensureMount("repository", { parent: links });
}

/** The mount last in the menu at the top; `null` where there is none. */
export function getPhabricatorPaletteMount(container: ParentNode): HTMLElement | null {
  const menu = container.querySelector(".phabricator-main-menu");
  return menu && ensureMount("palette", { parent: menu, before: null });
}
