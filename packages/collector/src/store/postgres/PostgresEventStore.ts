import { AppendQueue } from "../AppendQueue.ts";
import type { AppendResult, Delivery } from "../EventRecord.ts";
import type { EventStore } from "../EventStore.ts";
import type { OpenOptions } from "../OpenOptions.ts";
import { tellUpgrade } from "../tellUpgrade.ts";
import { StoreOfParts } from "../StoreOfParts.ts";
import type { StoreRow } from "../StoreRow.ts";
import { countRows, dumpRows } from "./dumpRows.ts";
import { EventReferences } from "./EventReferences.ts";
import { FrequentUpkeep } from "./FrequentUpkeep.ts";
import { migrate } from "./migrate.ts";
import { migrations } from "./migrations/migrations.ts";
import type { Parcel } from "./Parcel.ts";
import type { PostgresAddress } from "./parsePostgresURL.ts";
import { PostgresConnections, sqlStateOf } from "./PostgresConnections.ts";
import { PostgresErasures } from "./PostgresErasures.ts";
import { PostgresEvents } from "./PostgresEvents.ts";
import { PostgresLoader } from "./PostgresLoader.ts";
import { PostgresNotes } from "./PostgresNotes.ts";
import { PostgresReader } from "./PostgresReader.ts";
import { PostgresWriter } from "./PostgresWriter.ts";
import { pruneEvents } from "./pruneEvents.ts";

/** Opens the store of a database, and brings that to the newest version. */
export async function openPostgresEventStore(
  address: PostgresAddress,
  options: OpenOptions,
): Promise<EventStore> {
  const connections = new PostgresConnections(address);
  try {
    const start = performance.now();
    const from = await migrate(connections, migrations);
    tellUpgrade(options, from, migrations.length, start);
    const erasures = new PostgresErasures(connections);
    await erasures.read(connections.for("read"));
    const reader = new PostgresReader(connections.for("read"));
    await reader.warm();
    return new PostgresEventStore(connections, erasures, reader);
  } catch (error) {
    await connections.close();
    throw error;
  }
}

/** How many events may wait: two seconds' worth, or 64 large deliveries at once. */
const maxWaiting = 100_000;

class PostgresEventStore extends StoreOfParts implements EventStore {
  readonly #connections: PostgresConnections;
  readonly #erasures: PostgresErasures;
  readonly #writer: PostgresWriter;
  readonly #queue: AppendQueue<Parcel>;
  readonly #upkeep: FrequentUpkeep;
  readonly #notes: PostgresNotes;
  readonly #loader: PostgresLoader;

  constructor(
    connections: PostgresConnections,
    erasures: PostgresErasures,
    reader: PostgresReader,
  ) {
    const events = new PostgresEvents(connections.for("read"));
    const notes = new PostgresNotes(connections.for("read"));
    super({ counts: reader, events, notes });
    this.#connections = connections;
    this.#erasures = erasures;
    this.#writer = new PostgresWriter(connections.for("append"), new EventReferences(), erasures);
    this.#queue = new AppendQueue({
      write: (parcels) => this.#writer.write(parcels),
      // Class 22 is "data exception": the server refuses what it was given, and not that it was given anything.
      isAboutContent: (error) => sqlStateOf(error)?.startsWith("22") === true,
      maxWaiting,
    });
    this.#upkeep = new FrequentUpkeep(connections);
    this.#notes = notes;
    this.#loader = new PostgresLoader(connections);
  }

  async append(delivery: Delivery): Promise<AppendResult> {
    const result = await this.#queue.append(this.#writer.pack(delivery));
    this.#upkeep.add(result.accepted);
    return result;
  }

  claim(task: string, holder: string, now: number, until: number) {
    return this.#notes.claim(task, holder, now, until);
  }

  erase(anonymizedUserId: string) {
    return this.#erasures.erase(anonymizedUserId);
  }

  async prune(before: number) {
    await this.#upkeep.drain();
    await this.#erasures.resume();
    await this.#upkeep.run();
    return pruneEvents(this.#connections, before);
  }

  dump() {
    return dumpRows(this.#connections);
  }

  load(rows: readonly StoreRow[]) {
    return this.#loader.load(rows);
  }

  size() {
    return countRows(this.#connections);
  }

  async check() {
    // Changes nothing, but a server that only lets read, such as a replica, refuses it.
    await this.#connections.for("append").run("UPDATE ledger SET erasures = erasures WHERE false");
  }

  async close() {
    await this.#queue.drain();
    await this.#upkeep.drain();
    await this.#connections.close();
  }
}
