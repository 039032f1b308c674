import { type AnalyticsQuery, type Facet, defaultQuery, facets } from "./AnalyticsQuery.ts";
import type { Parameter } from "./Parameter.ts";
import { comparisonParameter, filterParameters, timeParameters } from "./queryParameters.ts";
import { type TimeRange, unitsOf } from "./timeRanges.ts";

/** A query, and what of the address could not be read: there the query has what it has by default. */
export interface ParsedQuery {
  readonly query: AnalyticsQuery;
  /** Sentences. */
  readonly problems: readonly string[];
}

/** Reads a query from the parameters of an address; those it does not know are somebody else's. */
export function parseQuery(parameters: URLSearchParams): ParsedQuery {
  const problems: string[] = [];
  const read = <Value>(name: string, parameter: Parameter<Value>): Value | undefined => {
    const texts = parameters.getAll(name);
    if (texts[0] === undefined) return undefined;
    if (texts.length > 1) problems.push(`${name} must be given once.`);
    const result = parameter.parse(texts[0]);
    if (result.ok) return result.value;
    problems.push(`${name} must be ${result.error}.`);
    return undefined;
  };
  const range = readRange(read, problems);
  const unit = read("unit", timeParameters.unit);
  const hasFewPoints = unit === undefined || unitsOf(range).includes(unit);
  if (!hasFewPoints) problems.push(`unit must be longer: this range has more than 400 ${unit}s.`);
  const values = facets.map((facet) => [facet, read(facet, filterParameters[facet])] as const);
  const filter = Object.fromEntries(values.filter(([, value]) => value !== undefined));
  const query: AnalyticsQuery = {
    range,
    ...(unit !== undefined && hasFewPoints && { unit }),
    filter: filter as Partial<Record<Facet, string>>,
    hasComparison: read("compare", comparisonParameter) !== "off",
  };
  return { query, problems };
}

type Read = <Value>(name: string, parameter: Parameter<Value>) => Value | undefined;

/** The longest range of dates: as many months as may be shown. */
const maxYears = 33;

function readRange(read: Read, problems: string[]): TimeRange {
  const preset = read("range", timeParameters.range);
  const from = read("from", timeParameters.from);
  const to = read("to", timeParameters.to);
  if (from === undefined && to === undefined) return preset ?? defaultQuery.range;
  const fallback = preset ?? defaultQuery.range;
  if (from === undefined || to === undefined) {
    problems.push("from and to must be given together.");
    return fallback;
  }
  if (preset !== undefined) problems.push("range must not be given together with from and to.");
  if (from > to) problems.push("from must not be after to.");
  const [first, last] = from > to ? [to, from] : [from, to];
  if (Number(last.slice(0, 4)) - Number(first.slice(0, 4)) >= maxYears) {
    problems.push(`from must be less than ${maxYears} years before to.`);
    return fallback;
  }
  return { from: first, to: last };
}
