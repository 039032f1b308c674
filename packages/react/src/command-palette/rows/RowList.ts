import type { PaletteHeading, PaletteOption, PaletteRow } from "./PaletteRow.ts";
import { headingHeight, listPadding, optionHeight } from "./rowSizes.ts";

/** Options that follow one another, under a heading or none. */
export interface RowSection {
  /** Empty: no heading. */
  readonly heading: string;
  readonly count: number;
  /**
   * Makes one of them.
   *
   * @param place - Its place in the section, from 0 on.
   * @param index - Its place among all options.
   */
  readonly option: (place: number, index: number) => PaletteOption;
}

/** A row, and its distance from the top in CSS pixels. */
export interface PlacedRow {
  readonly row: PaletteRow;
  readonly top: number;
}

/** The rows of a list, of which only those that are looked at are ever made. */
export interface RowList {
  readonly sections: readonly RowSection[];
  /** How many options there are. */
  readonly count: number;
  /** In CSS pixels. */
  readonly height: number;
  /** The option at a place among the options, the same each time. */
  option(index: number): PaletteOption | undefined;
  /** The rows that a stretch of the list shows, in CSS pixels. */
  between(top: number, bottom: number): readonly PlacedRow[];
  /** Where an option is, together with the heading above it if there is one. */
  stretchOf(index: number): { readonly top: number; readonly bottom: number };
}

interface PlacedSection extends RowSection {
  readonly top: number;
  /** Where its first option is. */
  readonly optionsTop: number;
  readonly firstIndex: number;
}

/** Makes a list of sections; those without an option are left out. */
export function createRowList(sections: readonly RowSection[]): RowList {
  const placed: PlacedSection[] = [];
  let top = listPadding;
  let count = 0;
  for (const section of sections) {
    if (section.count === 0) continue;
    const optionsTop = top + (section.heading === "" ? 0 : headingHeight);
    placed.push({ ...section, top, optionsTop, firstIndex: count });
    top = optionsTop + section.count * optionHeight;
    count += section.count;
  }
  const options = new Map<number, PaletteOption>();
  const option = (index: number) => {
    const known = options.get(index);
    if (known !== undefined) return known;
    const section = placed.findLast(({ firstIndex }) => firstIndex <= index);
    if (section === undefined || index < 0 || index >= count) return undefined;
    const made = section.option(index - section.firstIndex, index);
    options.set(index, made);
    return made;
  };
  return {
    sections,
    count,
    height: top + listPadding,
    option,
    between: (from, to) => placed.flatMap((section) => rowsBetween(section, option, from, to)),
    stretchOf(index) {
      const section = placed.findLast(({ firstIndex }) => firstIndex <= index);
      if (section === undefined) return { top: 0, bottom: 0 };
      const place = index - section.firstIndex;
      const optionTop = section.optionsTop + place * optionHeight;
      return { top: place === 0 ? section.top : optionTop, bottom: optionTop + optionHeight };
    },
  };
}

function rowsBetween(
  { heading, count, top, optionsTop, firstIndex }: PlacedSection,
  option: RowList["option"],
  from: number,
  to: number,
): readonly PlacedRow[] {
  const rows: PlacedRow[] = [];
  if (heading !== "" && top < to && optionsTop > from) rows.push({ row: toHeading(heading), top });
  const first = Math.max(0, Math.floor((from - optionsTop) / optionHeight));
  const last = Math.min(count, Math.ceil((to - optionsTop) / optionHeight));
  for (let place = first; place < last; place += 1) {
    const row = option(firstIndex + place);
    if (row !== undefined) rows.push({ row, top: optionsTop + place * optionHeight });
  }
  return rows;
}

function toHeading(text: string): PaletteHeading {
  return { kind: "heading", key: `heading:${text}`, text };
}

/** A list without rows. */
export const noRows: RowList = createRowList([]);
