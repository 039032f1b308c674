import { join } from "node:path";

const packageFolder = join(import.meta.dirname, "../../..");
const projectFolder = join(packageFolder, "../..");

/** Folders of this package and of the project it stands in. */
export const packageFolders = {
  /** The project's own folder: what is opened when the person names nothing. */
  project: projectFolder,
  /** The built page. */
  page: join(packageFolder, "dist/page"),
  /** Where the instance keeps its database unless told otherwise. */
  data: join(projectFolder, ".data"),
} as const;
