import { defineLibrary } from "../../scripts/library/defineLibrary.ts";

export default defineLibrary({ entry: ["src/index.ts"] });
