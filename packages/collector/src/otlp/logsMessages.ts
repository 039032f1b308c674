import { createFileRegistry, fromJson, type DescMessage } from "@bufbuild/protobuf";
import { FileDescriptorSetSchema } from "@bufbuild/protobuf/wkt";

/** A field: its number, and its type or the message that it is. */
type Field = readonly [number: number, type: string];

/**
 * The messages of opentelemetry-proto that logs are made of. A star marks the members of a choice, brackets a list.
 */
const messages: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
  AnyValue: {
    "string_value*": [1, "STRING"],
    "bool_value*": [2, "BOOL"],
    "int_value*": [3, "INT64"],
    "double_value*": [4, "DOUBLE"],
    "array_value*": [5, "ArrayValue"],
    "kvlist_value*": [6, "KeyValueList"],
    "bytes_value*": [7, "BYTES"],
  },
  ArrayValue: { "values[]": [1, "AnyValue"] },
  KeyValueList: { "values[]": [1, "KeyValue"] },
  KeyValue: { key: [1, "STRING"], value: [2, "AnyValue"] },
  InstrumentationScope: { name: [1, "STRING"], version: [2, "STRING"] },
  Resource: { "attributes[]": [1, "KeyValue"] },
  LogRecord: {
    time_unix_nano: [1, "FIXED64"],
    observed_time_unix_nano: [11, "FIXED64"],
    "attributes[]": [6, "KeyValue"],
    event_name: [12, "STRING"],
  },
  ScopeLogs: { scope: [1, "InstrumentationScope"], "log_records[]": [2, "LogRecord"] },
  ResourceLogs: { resource: [1, "Resource"], "scope_logs[]": [2, "ScopeLogs"] },
  ExportLogsServiceRequest: { "resource_logs[]": [1, "ResourceLogs"] },
  ExportLogsPartialSuccess: { rejected_log_records: [1, "INT64"], error_message: [2, "STRING"] },
  ExportLogsServiceResponse: { partial_success: [1, "ExportLogsPartialSuccess"] },
};

const registry = createFileRegistry(
  fromJson(FileDescriptorSetSchema, {
    file: [
      {
        name: "logs.proto",
        package: "logs",
        syntax: "proto3",
        messageType: Object.entries(messages).map(([name, fields]) => ({
          name,
          field: Object.entries(fields).map(describeField),
          ...(name === "AnyValue" && { oneofDecl: [{ name: "value" }] }),
        })),
      },
    ],
  }),
);

function describeField([spelling, [number, type]]: [string, Field]) {
  const name = spelling.replace(/\W.*/, "");
  return {
    name,
    jsonName: name.replaceAll(/_(\w)/g, (_match, letter: string) => letter.toUpperCase()),
    number,
    label: spelling.endsWith("[]") ? "LABEL_REPEATED" : "LABEL_OPTIONAL",
    ...(Object.hasOwn(messages, type)
      ? { type: "TYPE_MESSAGE", typeName: `.logs.${type}` }
      : { type: `TYPE_${type}` }),
    ...(spelling.endsWith("*") && { oneofIndex: 0 }),
  };
}

function messageOf(name: string): DescMessage {
  const message = registry.getMessage(`logs.${name}`);
  if (message === undefined) throw new Error(`There is no message ${name}.`);
  return message;
}

/** What a client posts. */
export const logsRequest: DescMessage = messageOf("ExportLogsServiceRequest");

/** One record of it. */
export const logRecord: DescMessage = messageOf("LogRecord");

/** What it is answered. */
export const logsResponse: DescMessage = messageOf("ExportLogsServiceResponse");
