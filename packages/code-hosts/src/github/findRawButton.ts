const selectors = '#raw-url, [data-testid="raw-button"]';
const aroundRaw =
  '.react-blob-header-edit-and-raw-actions, [data-testid="blob-actions-menu"], [class*="blob-header"] [class*="Actions"]';

/** The button that opens the raw file: part of every header of a file, classic and React. */
export function findRawButton(container: ParentNode): HTMLElement | null {
  return container.querySelector<HTMLElement>(selectors);
}

/** What shows where the header of a file has its buttons: the one for the raw file, or where there is little room what is left of them. */
export function findFileButtons(container: ParentNode): HTMLElement | null {
  const button = findRawButton(container);
  const group = button?.closest<HTMLElement>(".BtnGroup, [class*=ButtonGroup]");
  return group ?? button ?? container.querySelector<HTMLElement>(aroundRaw);
}
