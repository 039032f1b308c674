import { join } from "node:path";
import { type BuiltPage, buildPage as build } from "../../../../../scripts/bundle/buildPage.ts";

/** Builds the page of components for production, from sources, as an application would. */
export async function buildPage(): Promise<BuiltPage> {
  const page = await build(`import "/main.tsx";`, join(import.meta.dirname, "../page"));
  if (page.styles === "") throw new Error("The build has no styles.");
  return page;
}
