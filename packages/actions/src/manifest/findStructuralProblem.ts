import { menuIds } from "../action/MenuId.ts";
import { ownValue } from "../platform/ownValue.ts";
import { isRecord } from "./isRecord.ts";

/** What makes a manifest unusable as a whole. */
export interface StructuralProblem {
  readonly path: string;
  readonly message: string;
}

/** Parts of the contributions that have to be lists where they are present. */
const lists = ["actions", "views", "searchFilters"] as const;

/**
 * Finds what is so wrong with the shape of the contributions that nothing of them can be trusted:
 * a list that is no list, or an object that is no object. Parts that are not used here (`views`) are
 * checked as well, since a host that does use them would trip over them.
 */
export function findStructuralProblem(contributes: unknown): StructuralProblem | undefined {
  if (contributes === undefined) return undefined;
  if (!isRecord(contributes)) return not("an object", "contributes");
  for (const field of lists) {
    const value = ownValue(contributes, field);
    if (value !== undefined && !Array.isArray(value)) return not("a list", `contributes.${field}`);
  }
  const menus = ownValue(contributes, "menus");
  if (menus === undefined) return undefined;
  if (!isRecord(menus)) return not("an object", "contributes.menus");
  for (const menu of menuIds) {
    const items = ownValue(menus, menu);
    if (items !== undefined && !Array.isArray(items)) {
      return not("a list", `contributes.menus["${menu}"]`);
    }
  }
  return undefined;
}

function not(shape: string, path: string): StructuralProblem {
  return { path, message: `${path} has to be ${shape}.` };
}
