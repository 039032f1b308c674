/** What an administrator may prescribe, as the JSON Schema that Chrome checks it by. */
export const managedSchema = {
  type: "object",
  properties: {
    telemetry: {
      title: "Telemetry",
      description:
        "strict: only where the person has switched Send telemetry on. off: nowhere. Absent: the standard policy.",
      type: "string",
      enum: ["strict", "off"],
    },
  },
} as const;
