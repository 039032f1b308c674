const selectors = '#raw-url, [data-testid="raw-button"]';

/** The button that opens the raw file: part of every header of a file, classic and React. */
export function findRawButton(container: ParentNode): HTMLElement | null {
  return container.querySelector<HTMLElement>(selectors);
}
