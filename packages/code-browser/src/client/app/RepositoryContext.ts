import { createContext, useContext } from "react";
import type { RepositoryAnswer } from "../../api/RepositoryAnswer.ts";

/** Gives the facts of the repository to the components below. */
export const RepositoryContext = createContext<RepositoryAnswer>({ name: "" });

/** The repository that is open. */
export function useRepository(): RepositoryAnswer {
  return useContext(RepositoryContext);
}
