import process from "node:process";
import type { LoadOptions } from "./LoadResult.ts";
import { sendLoad } from "./sendLoad.ts";

const options = JSON.parse(process.argv[2] ?? "{}") as LoadOptions;
process.stdout.write(JSON.stringify(await sendLoad(options)));
