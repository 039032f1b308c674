import { ensureMount } from "../dom/ensureMount.ts";
import { findFileButtons } from "./findRawButton.ts";
import { findGlobalNavigation } from "./findGlobalNavigation.ts";
import { reactDiffFile, reactDiffHeader } from "./reactDiffFile.ts";

const titleLink = 'a[href^="#diff-"], h3';
const headerParts =
  '.AppHeader-globalBar-end, .AppHeader .AppHeader-actions, header[class*="Header"] [class*="globalBarEnd"]';

/**
 * The toolbar's mount: in the actions of a file's header. Snippets in conversations have none.
 *
 * @returns `null`, having changed nothing, if the element is no code view of GitHub
 */
export function getGitHubToolbarMount(codeView: HTMLElement): HTMLElement | null {
  const isReactDiff = codeView.matches(reactDiffFile);
  const buttons = isReactDiff ? null : findFileButtons(codeView);
  if (buttons?.parentElement) {
    return ensureMount("toolbar", { parent: buttons.parentElement, before: buttons });
  }
  const actions = codeView.querySelector(".file-header .file-actions");
  if (actions !== null) {
    const notes = actions.querySelector(":scope > .show-file-notes");
    return ensureMount("toolbar", {
      parent: actions,
      ...(notes && { before: notes.nextElementSibling }),
    });
  }
  return isReactDiff ? getReactDiffMount(codeView) : null;
}

// In the last row of a header's parts, before what counts lines and marks the file as viewed.
function getReactDiffMount(codeView: HTMLElement): HTMLElement | null {
  const header = codeView.querySelector(reactDiffHeader);
  const end = header?.querySelector(":scope > .flex-justify-end") ?? header?.lastElementChild;
  if (end?.querySelector("button, span, a") && end.querySelector(titleLink) === null) {
    return ensureMount("toolbar", { parent: end });
  }
  const title = codeView.querySelector(titleLink)?.closest("h3, h2, div");
  return title?.parentElement
    ? ensureMount("toolbar", { parent: title.parentElement, before: null })
    : null;
}

/** The mount beside Watch, Star and Fork; `null` where there are no such buttons. */
export function getGitHubRepositoryMount(container: ParentNode): HTMLElement | null {
  const list = container.querySelector(".pagehead-actions");
  if (list === null || list.children.length === 0) return null;
  return ensureMount("repository", { parent: list, tag: list.tagName === "UL" ? "li" : "div" });
}

/** The mount in the header of the page; `null` where there is none. */
export function getGitHubPaletteMount(container: ParentNode): HTMLElement | null {
  const navigation = findGlobalNavigation(container);
  if (navigation !== undefined)
    return navigation && ensureMount("palette", { parent: navigation.end });
  const end = container.querySelector(headerParts);
  if (end !== null) return ensureMount("palette", { parent: end });
  const menu = container.querySelector(".HeaderMenu")?.lastElementChild;
  if (menu) return ensureMount("palette", { parent: menu });
  const header = container.querySelector("header.Header, .Header[role=banner], .AppHeader");
  if (header === null) return null;
  // Before the menus for new things and the person's own, which are the last items.
  const items = header.querySelectorAll(":scope > .Header-item");
  return ensureMount("palette", { parent: header, before: items.item(items.length - 2) });
}
