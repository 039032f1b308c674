import { workerData } from "node:worker_threads";
import { SqliteReader } from "../SqliteReader.ts";
import { connect } from "../connect.ts";
import { handleReads } from "./handlers.ts";
import { serveCalls } from "./serveCalls.ts";

const database = connect(String(workerData));
serveCalls(handleReads(new SqliteReader(database), database));
