import type { ActionContribution, ActionItemContribution } from "../action/ActionContribution.ts";
import { isActionId } from "../action/isActionId.ts";
import { checkIcon } from "../icon/checkIcon.ts";
import { ownValue } from "../platform/ownValue.ts";
import { parseTemplate } from "../template/parseTemplate.ts";
import { checkLinkTemplate } from "./checkLinkTemplate.ts";
import { copyArguments } from "./copyArguments.ts";
import { describeError, FieldReader } from "./FieldReader.ts";
import { isRecord } from "./isRecord.ts";
import type { Reporter } from "./Reporter.ts";
import { withoutUndefined } from "./withoutUndefined.ts";

const actionLeftOut = "The action was left out.";

/** Fields that only an application's own code may set, because they run code or decide on logging. */
const hostOnlyFields = ["run", "logArguments", "allowOverlap", "timeoutMs"] as const;

/**
 * Cleans one action of a manifest. Fields that cannot be used are reported and left out; an action
 * without a usable ID, or with arguments that cannot be used, is left out as a whole.
 */
export function parseAction(
  value: unknown,
  path: string,
  reporter: Reporter,
  iconOrigins: readonly string[],
): ActionContribution | undefined {
  if (!isRecord(value)) {
    reporter.error("wrong-type", path, "An action has to be an object. It was left out.");
    return undefined;
  }
  const id = ownValue(value, "id");
  if (!isActionId(id)) {
    const message =
      "An action needs an ID of 1 to 128 letters, digits, dots, underscores, slashes and hyphens. It was left out.";
    reporter.error("invalid-id", `${path}.id`, message);
    return undefined;
  }
  const reader = new FieldReader(value, path, reporter, id);
  reportHostOnlyFields(value, reader);
  const command = reader.word("command");
  const commandArguments = readArguments(reader);
  if (commandArguments === "invalid") return undefined;
  const action = withoutUndefined<ActionContribution>({
    id,
    title: reader.template("title"),
    disabledTitle: reader.template("disabledTitle"),
    category: reader.template("category"),
    description: reader.template("description"),
    iconURL: readIcon(reader, iconOrigins),
    command,
    commandArguments,
    actionItem: readActionItem(reader, id, reporter, iconOrigins),
    keybindings: reader.words("keybindings"),
    keywords: reader.words("keywords"),
  });
  if (command === "open") checkLinkTemplate(commandArguments?.[0], reader);
  if (!isNamed(action)) reader.warn("no-name", "title", "The action has no name; its ID is shown.");
  return action;
}

function reportHostOnlyFields(value: object, reader: FieldReader): void {
  for (const field of hostOnlyFields) {
    if (Object.hasOwn(value, field)) {
      reader.error("host-only-field", field, "Only an application's own code can set this.");
    }
  }
}

function isNamed({ title, actionItem }: ActionContribution): boolean {
  const texts = [title, actionItem?.label, actionItem?.iconDescription, actionItem?.description];
  return texts.some((text) => text !== undefined && text.trim() !== "");
}

function readArguments(
  reader: FieldReader,
): ActionContribution["commandArguments"] | undefined | "invalid" {
  const value = reader.value("commandArguments");
  if (value === undefined) return undefined;
  const list = Array.isArray(value) ? copyArguments(value) : undefined;
  if (list === undefined) {
    const message = "The arguments have to be a list of JSON values.";
    reader.error("invalid-arguments", "commandArguments", message, actionLeftOut);
    return "invalid";
  }
  for (const [index, item] of list.entries()) {
    const parsed = typeof item === "string" ? parseTemplate(item) : undefined;
    if (parsed?.ok === false) {
      const field = `commandArguments[${index}]`;
      reader.error("invalid-template", field, describeError(parsed.error), actionLeftOut);
      return "invalid";
    }
  }
  return list;
}

function readIcon(reader: FieldReader, origins: readonly string[]): string | undefined {
  const source = reader.template("iconURL");
  if (source === undefined || source.includes("${")) return source;
  const checked = checkIcon(source, { origins });
  if (checked.ok) return source;
  reader.error("invalid-icon", "iconURL", checked.error.message);
  return undefined;
}

function readActionItem(
  reader: FieldReader,
  actionId: string,
  reporter: Reporter,
  origins: readonly string[],
): ActionItemContribution | undefined {
  const value = reader.value("actionItem");
  if (value === undefined) return undefined;
  if (!isRecord(value)) {
    reader.error("wrong-type", "actionItem", "This has to be an object.");
    return undefined;
  }
  const item = new FieldReader(value, reader.path("actionItem"), reporter, actionId);
  return withoutUndefined<ActionItemContribution>({
    label: item.template("label"),
    description: item.template("description"),
    iconURL: readIcon(item, origins),
    iconDescription: item.template("iconDescription"),
    pressed: item.expression("pressed"),
  });
}
