import type { MenuContributions, MenuItemContribution } from "../action/Contributions.ts";
import { isMenuId, menuIds, type MenuId } from "../action/MenuId.ts";
import { ownValue } from "../platform/ownValue.ts";
import { FieldReader } from "./FieldReader.ts";
import { isRecord } from "./isRecord.ts";
import { readItems } from "./readItems.ts";
import type { Reporter } from "./Reporter.ts";
import { withoutUndefined } from "./withoutUndefined.ts";

const itemLeftOut = "The menu item was left out.";

/** Most unknown menus that are reported. */
const maxUnknownMenus = 20;

/**
 * Cleans the menus of a manifest. Items that name no action, or whose `when` cannot be parsed, are
 * reported and left out; of other items, only the field that cannot be used.
 *
 * @param isKnownAction - Whether an action exists.
 */
export function parseMenus(
  menus: object | undefined,
  reporter: Reporter,
  isKnownAction: (id: string) => boolean,
): MenuContributions {
  if (menus === undefined) return Object.freeze({});
  const unknown = Object.keys(menus).filter((menu) => !isMenuId(menu));
  for (const menu of unknown.slice(0, maxUnknownMenus)) {
    const name = JSON.stringify(menu.slice(0, 40));
    reporter.error("unknown-menu", `menus[${name}]`, "There is no such menu. It was left out.");
  }
  const result: { [Menu in MenuId]?: readonly MenuItemContribution[] } = {};
  for (const menu of menuIds) {
    const list = ownValue(menus, menu);
    if (!Array.isArray(list)) continue;
    result[menu] = readItems(list, `menus["${menu}"]`, reporter, (value, path) =>
      parseMenuItem(value, path, reporter, isKnownAction),
    );
  }
  return Object.freeze(result);
}

function parseMenuItem(
  value: unknown,
  path: string,
  reporter: Reporter,
  isKnownAction: (id: string) => boolean,
): MenuItemContribution | undefined {
  if (!isRecord(value)) {
    reporter.error("wrong-type", path, "A menu item has to be an object. It was left out.");
    return undefined;
  }
  const reader = new FieldReader(value, path, reporter);
  const action = reader.text("action");
  if (action === undefined || !isKnownAction(action)) {
    reader.error("dangling-action", "action", "There is no such action.", itemLeftOut);
    return undefined;
  }
  const when = reader.expression("when", itemLeftOut);
  if (when === undefined && reader.value("when") !== undefined) return undefined;
  return withoutUndefined<MenuItemContribution>({
    action,
    alt: readAlt(reader, isKnownAction),
    when,
    disabledWhen: reader.expression("disabledWhen"),
    group: reader.word("group"),
  });
}

function readAlt(reader: FieldReader, isKnownAction: (id: string) => boolean): string | undefined {
  const alt = reader.text("alt");
  if (alt === undefined || isKnownAction(alt)) return alt;
  reader.error("dangling-alt", "alt", "There is no such action.", "The item has no alternative.");
  return undefined;
}
