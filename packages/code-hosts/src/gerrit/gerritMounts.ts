import { ensureMount } from "../dom/ensureMount.ts";
import { changeView, mainHeader, queryGerrit } from "./gerritPaths.ts";

/**
 * The toolbar's mount: beside the selector of patch sets, or at the end of an expanded row.
 *
 * @returns `null`, having changed nothing, if the element is no code view of Gerrit
 */
export function getGerritToolbarMount(codeView: HTMLElement): HTMLElement | null {
  if (codeView.matches(".file-row")) {
    return ensureMount("toolbar", { parent: codeView, before: null });
  }
  if (!codeView.matches("gr-diff-view")) return null;
  const view = codeView.shadowRoot ?? codeView;
  const place = view.querySelector(".patchRangeLeft") ?? view.querySelector(".subHeader");
  return place && ensureMount("toolbar", { parent: place, before: null });
}

/** The mount first among the secondary actions of a change; `null` elsewhere. */
export function getGerritRepositoryMount(container: ParentNode): HTMLElement | null {
  const [actions] = queryGerrit(container, [
    ...changeView,
    "#actions, gr-change-actions",
    "#secondaryActions",
  ]);
  return actions ? ensureMount("repository", { parent: actions }) : null;
}

/** The mount at the right of the bar at the top; `null` where there is none. */
export function getGerritPaletteMount(container: ParentNode): HTMLElement | null {
  const [right] = queryGerrit(container, [...mainHeader, ".rightItems"]);
  return right ? ensureMount("palette", { parent: right }) : null;
}
