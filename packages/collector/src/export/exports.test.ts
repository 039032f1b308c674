import { parquetMetadata, parquetReadObjects } from "hyparquet";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Collector, createCollector } from "../collector/createCollector.ts";
import { delivery, record } from "../testing/conformance/storeRecords.ts";
import type { EventStore } from "../store/EventStore.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { testNow } from "../testing/batches.ts";
import { parseCsv } from "../testing/parseCsv.ts";
import { exportFileNames } from "./exportFiles.ts";
import type { Cell, ColumnType, Row, Table } from "./Table.ts";
import { toStream } from "./toStream.ts";
import { writeCsv } from "./writeCsv.ts";
import { writeJsonLines } from "./writeJsonLines.ts";
import { writeParquet } from "./writeParquet.ts";

let store: EventStore;
let collector: Collector;
beforeEach(() => {
  store = openSqliteStore(":memory:");
  collector = createCollector({ store, clock: { now: () => testNow } });
});
afterEach(async () => {
  await collector.close();
  await store.close();
});

const ask = async (file: string) =>
  collector.app.request(`http://localhost/.api/analytics/exports/${file}`);

async function bytesOf(parts: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<ArrayBuffer> {
  const list: Uint8Array<ArrayBuffer>[] = [];
  for await (const part of parts) list.push(part);
  return new Blob(list).arrayBuffer();
}

const tableOf = (type: ColumnType, ...pages: readonly (readonly Row[])[]): Table => ({
  columns: [{ name: "value", type }],
  pages: (async function* give() {
    yield* pages;
  })(),
});

async function csvOf(...cells: readonly Cell[]): Promise<string> {
  const type = typeof cells[0] === "number" ? "integer" : "text";
  const bytes = await bytesOf(
    writeCsv(
      tableOf(
        type,
        cells.map((cell) => [cell]),
      ),
    ),
  );
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

/** What a spreadsheet may take for the beginning of a formula, whatever it skips before it. */
const signs = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"];

describe("CSV", () => {
  it.each([...signs, " =", "\u00a0=", "\u0000=", "\ufeff=", "'=", '"=', " \t-"])(
    "takes the meaning from text that begins with %j",
    async (sign) => {
      const text = `${sign}HYPERLINK("https://evil.example";1)`;
      const csv = await csvOf(text);
      expect(csv).toBe(`value\r\n"'${text.replaceAll('"', '""')}"\r\n`);
    },
  );

  it.each([-1, 0, 12.5, -1e21])("leaves the number %d a number", async (number) => {
    expect(await csvOf(number)).toBe(`value\r\n${number}\r\n`);
  });

  it("is read again as it was written, but for the apostrophes", async () => {
    const character = fc.constantFrom(
      ...("=+-@'\"\t\r\n,;| aZ0\u0000\ufeff＝ä😀".match(/./gsu) ?? []),
    );
    const text = fc.oneof(fc.string(), fc.string({ unit: character }));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1 }), async (texts) => {
        const [head, ...rows] = parseCsv(await csvOf(...texts));
        expect(head).toEqual(["value"]);
        const read = rows.map(([cell = ""]) => cell);
        expect(read).toHaveLength(texts.length);
        for (const [index, cell] of read.entries()) {
          expect([texts[index], `'${texts[index]}`]).toContain(cell);
          expect(signs).not.toContain(cell.charAt(0));
        }
      }),
    );
  });

  it("has no cell that another separator would open", async () => {
    expect(await csvOf("a;=1+1", "a\t=1+1")).toBe('value\r\n"a;=1+1"\r\n"a\t=1+1"\r\n');
  });
});

describe("Text that a spreadsheet would compute", () => {
  it("is as it is in files that no spreadsheet computes", async () => {
    const texts = signs.map((sign) => `${sign}1+1`);
    const table = () =>
      tableOf(
        "text",
        texts.map((text) => [text]),
      );
    const lines = new TextDecoder().decode(await bytesOf(writeJsonLines(table()))).trimEnd();
    const objects = lines.split("\n").map((line) => JSON.parse(line) as { readonly value: string });
    expect(objects.map(({ value }) => value)).toEqual(texts);
    const read = await parquetReadObjects({ file: await bytesOf(writeParquet(table())) });
    expect(read.map(({ value }) => value)).toEqual(texts);
  });
});

describe("JSON Lines", () => {
  it("has a line for each row, whatever text stands for JSON", async () => {
    const texts = ['{"a":1}', '{\n "a": [1, 2]\n}', "no JSON\n", '"\u2028"'];
    const bytes = await bytesOf(
      writeJsonLines(
        tableOf(
          "json",
          texts.map((text) => [text]),
        ),
      ),
    );
    const lines = new TextDecoder().decode(bytes).trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { value: { a: 1 } },
      { value: { a: [1, 2] } },
      { value: "no JSON\n" },
      { value: "\u2028" },
    ]);
  });
});

describe("Parquet", () => {
  it("is read by another reader as it was written, over several row groups", async () => {
    const rows = Array.from({ length: 12_345 }, (_, n): Row => [n % 7 === 0 ? null : `text ${n}`]);
    const file = await bytesOf(
      writeParquet(tableOf("text", rows.slice(0, 7000), rows.slice(7000))),
    );
    expect(parquetMetadata(file).row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([
      5000, 5000, 2345,
    ]);
    const read = await parquetReadObjects({ file });
    expect(read.map(({ value }) => value ?? null)).toEqual(rows.map(([cell]) => cell));
  });

  it("is a file even of nothing", async () => {
    const file = await bytesOf(writeParquet(tableOf("integer")));
    expect(parquetMetadata(file).num_rows).toBe(0n);
  });
});

describe("GET exports", () => {
  beforeEach(async () => {
    await store.append(
      delivery([
        record(1, { arguments: '{"lines":12,"of":"=1"}', trigger: "pointer" }),
        record(2, { surface: "palette", durationMs: 12.5 }),
        record(3, { kind: "event", name: "hover" }),
      ]),
    );
  });

  it("gives every event in each form, with all that is kept of it", async () => {
    const csv = parseCsv(await (await ask("events.csv?range=7d")).text());
    const [head = [], ...rows] = csv;
    const lines = (await (await ask("events.jsonl?range=7d")).text()).trimEnd().split("\n");
    const objects = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    const file = await (await ask("events.parquet?range=7d")).arrayBuffer();
    const read = await parquetReadObjects({ file });
    expect([rows.length, objects.length, read.length]).toEqual([3, 3, 3]);
    expect(objects[0]).toMatchObject({
      name: "a.run",
      time: new Date(testNow).toISOString(),
      arguments: { lines: 12, of: "=1" },
      alt: false,
      clientName: "test",
    });
    expect(rows[0]?.[head.indexOf("arguments")]).toBe('{"lines":12,"of":"=1"}');
    expect(read[1]).toMatchObject({ surface: "palette", durationMs: 12.5 });
    expect(read[1]?.["occurredAt"]).toEqual(new Date(testNow));
    expect(Object.keys(read[0] ?? {}).toSorted()).toEqual(head.toSorted());
  });

  it("gives what passes a filter alone", async () => {
    const csv = parseCsv(await (await ask("events.csv?range=7d&surface=palette")).text());
    expect(csv).toHaveLength(2);
  });

  it.each([
    ["actions", "action,executions,users,share,succeeded,failed,cancelled,p50Ms,p95Ms"],
    ["series", "bucket,executions,users,complete"],
    ["breakdowns", "by,value,executions,users"],
  ])("gives the table %s as the page shows it", async (name, head) => {
    const answer = await ask(`${name}.csv?range=7d`);
    const [first, ...rows] = (await answer.text()).trimEnd().split("\r\n");
    expect(first).toBe(head);
    expect(rows).toContain(
      {
        actions: "a.run,2,1,1,,,,,",
        series: "2026-11-22,2,1,false",
        breakdowns: "surface,palette,1,1",
      }[name],
    );
  });

  it("tells what is over from what is under way, and leaves out what is to come", async () => {
    const answer = await ask("series.csv?from=2026-11-20&to=2026-11-25");
    expect((await answer.text()).trimEnd().split("\r\n").slice(1)).toEqual([
      "2026-11-20,0,0,true",
      "2026-11-21,0,0,true",
      "2026-11-22,2,1,false",
    ]);
    const future = await ask("series.jsonl?from=2026-12-01&to=2026-12-05");
    expect((await future.text()).trimEnd()).toBe("");
  });

  it.each(exportFileNames)(
    "sends %s under a name of its own, and as nothing else",
    async (file) => {
      const { status, headers } = await ask(file);
      expect(status).toBe(200);
      expect(headers.get("content-disposition")).toBe(`attachment; filename="${file}"`);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("cache-control")).toBe("no-store");
    },
  );

  it("refuses what it does not know, and answers 503 while the database does not answer", async () => {
    expect((await ask("secrets.csv")).status).toBe(404);
    expect((await ask("events.csv?range=1y")).status).toBe(400);
    await store.close();
    expect((await ask("events.parquet")).status).toBe(503);
    store = openSqliteStore(":memory:");
  });

  it("sends nothing to who is not the administrator", async () => {
    const guarded = createCollector({ store, adminToken: "correct-horse-battery" });
    const url = "http://localhost/.api/analytics/exports/events.csv";
    const answer = await guarded.app.request(url);
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toContain("a.run");
  });
});

describe("toStream", () => {
  it("makes nothing before it is wanted, and stops when nobody reads any more", async () => {
    let made = 0;
    let isStopped = false;
    async function* parts() {
      try {
        for (;;) yield new Uint8Array([(made += 1)]);
      } finally {
        isStopped = true;
      }
    }
    const reader = (await toStream(parts())).getReader();
    expect(made).toBe(1);
    expect((await reader.read()).value).toEqual(new Uint8Array([1]));
    expect(made).toBeLessThanOrEqual(2);
    await reader.cancel();
    expect(isStopped).toBe(true);
  });

  it("breaks off when a part cannot be made, so that no part is taken for the whole", async () => {
    async function* parts() {
      yield new Uint8Array([1]);
      throw new Error("The database does not answer.");
    }
    const reader = (await toStream(parts())).getReader();
    await expect(
      (async () => {
        while (!(await reader.read()).done);
      })(),
    ).rejects.toThrow(/^The answer broke off\.$/);
  });
});
