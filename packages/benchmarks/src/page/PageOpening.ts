/** How one opening of a view went. Times are in milliseconds since the browser began to go there. */
export interface PageOpening {
  /** When the first number and the first chart were there. */
  readonly shown: number;
  /** When a control that was pressed right then had answered. */
  readonly usable: number;
  /** What came over the wire until then, headers included, in bytes. */
  readonly bytes: number;
  readonly requests: number;
}
