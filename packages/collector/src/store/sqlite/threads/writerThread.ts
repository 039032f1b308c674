import { workerData } from "node:worker_threads";
import { SqliteWriter } from "../SqliteWriter.ts";
import { connect } from "../connect.ts";
import { handleWrites } from "./handlers.ts";
import { serveCalls } from "./serveCalls.ts";

serveCalls(handleWrites(new SqliteWriter(connect(String(workerData)))));
