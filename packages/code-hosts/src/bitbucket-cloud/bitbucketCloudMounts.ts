import { ensureMount } from "../dom/ensureMount.ts";
import { diffs, header as headers } from "./findBitbucketCloudCodeViews.ts";

const title = "[data-qa='commit-file-name'], [data-qa='bk-filepath']";

/**
 * The toolbar's mount: first among the actions of a file's header.
 *
 * @returns `null`, having changed nothing, if the element is no code view of Bitbucket Cloud
 */
export function getBitbucketCloudToolbarMount(codeView: HTMLElement): HTMLElement | null {
  const header = codeView.querySelector(headers);
  if (header === null && !codeView.matches(diffs)) return null;
  const actions = codeView.querySelector(
    '[data-testid="file-actions"], [data-qa="bk-file__actions"], .diff-actions',
  );
  if (actions !== null) return ensureMount("toolbar", { parent: actions });
  const place = header ?? codeView.querySelector(title)?.parentElement;
  return place ? ensureMount("toolbar", { parent: place, before: null }) : null;
}

/** The mount in the header of the repository's page; `null` where there is none. */
export function getBitbucketCloudRepositoryMount(container: ParentNode): HTMLElement | null {
  const header = container.querySelector('[data-qa="page-header-wrapper"] > div > div');
  return header && ensureMount("repository", { parent: header, before: null });
}

/** The mount in the navigation at the top; `null` where there is none. */
export function getBitbucketCloudPaletteMount(container: ParentNode): HTMLElement | null {
  const navigation = container.querySelector(
    'header[data-testid="top-navigation"], [data-testid="horizontal-navigation"]',
  );
  return navigation && ensureMount("palette", { parent: navigation, before: null });
}
