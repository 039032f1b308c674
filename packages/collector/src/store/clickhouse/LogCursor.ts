/**
 * How long an insert that has begun may remain invisible, in microseconds: six times what the server allows it. Positions
 * older than the newest by more than this are all there.
 */
export const settlingTime = 60_000_000;

/** Where a writer has been read to. */
export interface WriterPosition {
  readonly writer: number;
  readonly position: number;
}

/**
 * A place in `log`. Several collectors insert at once, so that one number would not do: a row can become visible after
 * another with a higher position. Each writer's rows become visible in order, so a place is a position for each of them;
 * those that have been silent for long are summed up by one.
 */
export class LogCursor {
  /** All rows up to here are before the place. */
  readonly floor: number;
  /** By writer, above the floor. */
  readonly marks: ReadonlyMap<number, number>;

  private constructor(floor: number, marks: Iterable<readonly [number, number]>) {
    this.floor = floor;
    this.marks = new Map([...marks].filter(([, position]) => position > floor));
  }

  static readonly start = new LogCursor(0, []);

  /** This place, moved on to where writers were read to. */
  advance(read: readonly WriterPosition[]): LogCursor {
    const marks = new Map(this.marks);
    for (const { writer, position } of read) {
      marks.set(writer, Math.max(position, marks.get(writer) ?? 0));
    }
    const newest = Math.max(this.floor, ...marks.values());
    return new LogCursor(Math.max(this.floor, newest - settlingTime), marks);
  }

  /** The condition that a row lies behind this place. */
  get after(): string {
    return this.marks.size === 0
      ? `position > ${this.floor}`
      : `position > ${this.floor} AND position > ${this.#markOfRow}`;
  }

  /** The condition that a row lies before this place. */
  get before(): string {
    return `position <= ${this.marks.size === 0 ? this.floor : `greatest(${this.floor}, ${this.#markOfRow})`}`;
  }

  get #markOfRow(): string {
    const writers = [...this.marks.keys()].join(", ");
    const positions = [...this.marks.values()].join(", ");
    return `transform(writer, [${writers}], [${positions}], 0)`;
  }

  toString(): string {
    const marks = [...this.marks].map(([writer, position]) => `_${writer}-${position}`);
    return `${this.floor}${marks.join("")}`;
  }

  /** @throws RangeError for a text that `toString` did not make. */
  static parse(text: string | undefined): LogCursor {
    if (text === undefined) return LogCursor.start;
    if (!/^\d{1,16}(?:_\d{1,10}-\d{1,16})*$/u.test(text)) {
      throw new RangeError(
        `@action-telemetry/collector: Expected \`after\` to be the \`end\` of a page, got ${JSON.stringify(text)}. ` +
          "Pages begin where another of the same store ended. Leave it out to begin with the oldest event.",
      );
    }
    const [floor, ...marks] = text.split("_");
    const pairs = marks.map((mark) => mark.split("-").map(Number));
    return new LogCursor(
      Number(floor),
      pairs.map(([writer = 0, position = 0]) => [writer, position]),
    );
  }
}
