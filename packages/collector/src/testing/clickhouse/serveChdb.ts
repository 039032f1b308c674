/**
 * ClickHouse's engine in this process, behind the part of its HTTP interface that the client uses: what `startClickHouse`
 * starts. One statement at a time, each with the database and settings of its request.
 *
 * Arguments: the folder of the data and the port, 0 for any. Prints the port when it listens.
 */
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import { text } from "node:stream/consumers";
import { Session } from "chdb";
import { clickHousePassword, clickHouseUser } from "./credentials.ts";

const [folder = "", port = "0"] = process.argv.slice(2);
const session = new Session(folder);

/** Parameters of a request that are no settings. */
const noSettings = new Set(["query", "database", "query_id", "wait_end_of_query"]);

let touched: readonly string[] = [];

function runStatement(parameters: URLSearchParams, body: string): string {
  const settings = [...parameters].filter(([name]) => !noSettings.has(name));
  const names = settings.map(([name]) => name);
  const stale = touched.filter((name) => !names.includes(name));
  touched = names;
  const assignments = [
    ...stale.map((name) => `${name} = DEFAULT`),
    ...settings.map(([name, value]) => `${name} = '${value.replaceAll("'", "\\'")}'`),
  ];
  session.query(`USE \`${parameters.get("database") ?? "default"}\``);
  if (assignments.length > 0) session.query(`SET ${assignments.join(", ")}`);
  return session.query([parameters.get("query"), body].filter(Boolean).join("\n"), "TabSeparated");
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { searchParams } = new URL(request.url ?? "/", "http://localhost");
  const body = await text(request);
  const credentials = Buffer.from(`${clickHouseUser}:${clickHousePassword}`).toString("base64");
  try {
    if (request.headers.authorization !== `Basic ${credentials}`) {
      throw new Error("Code: 516. DB::Exception: Authentication failed. (AUTHENTICATION_FAILED)");
    }
    response.end(runStatement(searchParams, body));
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    const code = /Code: (\d+)\./u.exec(message)?.[1] ?? "1002";
    response.writeHead(code === "516" ? 403 : 500, { "x-clickhouse-exception-code": code });
    response.end(message.slice(Math.max(0, message.indexOf("Code:"))));
  }
}

const server = createServer((request, response) => void answer(request, response));
// A statement holds up this process, and with it its clock: no connection is closed for being idle meanwhile.
server.keepAliveTimeout = 0;
server.listen(Number(port), "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`${typeof address === "object" ? address?.port : ""}\n`);
});
// The tests hold the other end: when they are gone, nobody needs this process.
process.stdin.resume().on("end", () => process.exit());
