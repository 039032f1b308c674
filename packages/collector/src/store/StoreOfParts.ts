import type { KeptError } from "./KeptError.ts";
import type { Period } from "../time/calendar.ts";
import type { CountReader } from "./CountReader.ts";
import type { EventReader } from "./EventReader.ts";
import type { NoteKeeper } from "./NoteKeeper.ts";
import type { Dimension, Selection } from "./Selection.ts";
import type { EventScan } from "./StoredEvent.ts";
import type { PingAnswer } from "./StoredPing.ts";

/** What a store hands its questions to. */
export interface StoreParts {
  readonly counts: CountReader;
  readonly events: EventReader;
  readonly notes: NoteKeeper;
}

/** A store that has a part for each kind of question; what it stores is up to the store. */
export abstract class StoreOfParts implements CountReader, EventReader, NoteKeeper {
  readonly #counts: CountReader;
  readonly #events: EventReader;
  readonly #notes: NoteKeeper;

  constructor({ counts, events, notes }: StoreParts) {
    this.#counts = counts;
    this.#events = events;
    this.#notes = notes;
  }

  totals(selection: Selection) {
    return this.#counts.totals(selection);
  }

  series(selection: Selection) {
    return this.#counts.series(selection);
  }

  seriesBy(selection: Selection, dimension: Dimension) {
    return this.#counts.seriesBy(selection, dimension);
  }

  breakdown(selection: Selection, dimension: Dimension) {
    return this.#counts.breakdown(selection, dimension);
  }

  usersOf(selection: Selection, dimension: Dimension, keys: readonly string[]) {
    return this.#counts.usersOf(selection, dimension, keys);
  }

  surfacesByName(selection: Selection) {
    return this.#counts.surfacesByName(selection);
  }

  completions(selection: Selection) {
    return this.#counts.completions(selection);
  }

  names() {
    return this.#counts.names();
  }

  tallies(period: Period) {
    return this.#counts.tallies(period);
  }

  latest(limit: number) {
    return this.#events.latest(limit);
  }

  scan(options: EventScan) {
    return this.#events.scan(options);
  }

  end() {
    return this.#events.end();
  }

  ping(week: number) {
    return this.#notes.ping(week);
  }

  keepPing(week: number, body: string) {
    return this.#notes.keepPing(week, body);
  }

  notePing(week: number, answer: PingAnswer) {
    return this.#notes.notePing(week, answer);
  }

  keepError(receivedAt: number, error: KeptError) {
    return this.#notes.keepError(receivedAt, error);
  }

  errors(limit: number) {
    return this.#notes.errors(limit);
  }
}
