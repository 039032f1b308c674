import Type from "typebox";
import { actionIdParameter } from "../analytics/analyticsParameters.ts";
import { orNull } from "../analytics/answers/counts.ts";
import { instancePath } from "../instance/createInstanceRoutes.ts";
import { pagePath } from "../page-server/createPageRoutes.ts";
import { metricsPath } from "../metrics/createMetricsRoutes.ts";
import { pingPath } from "../ping/createPingRoutes.ts";
import { pingSchema } from "../ping/pingSchema.ts";
import { pingState } from "../ping/pingState.ts";
import { matching } from "../query/Parameter.ts";
import { sessionPath } from "../sessions/createSessionRoutes.ts";
import { uninstallPath } from "../uninstall/createUninstallRoutes.ts";
import type { Operation } from "../http/Operation.ts";

const count = Type.Integer({ minimum: 0 });
const host = { to: Type.String({ description: "A host." }) };
const leaving = Type.Object({
  events: orNull(Type.Object({ ...host, sent: count, refused: count, dropped: count })),
  ping: orNull(Type.Object(host)),
  errorReports: orNull(Type.Object({ sent: count, failed: count, dropped: count })),
});
const html = { "text/html": "The page; what it shows it asks for by itself." };
const pageView = {
  method: "get",
  tag: "Page",
  isGuarded: false,
  refusals: [404],
  refusal: { "text/plain": "What is missing." },
} as const;

/** Where this document is. */
export const openApiPath = "/.api/openapi.json";

/** What the instance says of itself, and the page, described. */
export const instanceOperations: readonly Operation[] = [
  {
    method: "get",
    path: `${pingPath}/preview`,
    tag: "Instance",
    summary: "The aggregate that leaves, or would",
    description:
      "The very bytes of last week's ping. The headers `ping-destination` and `ping-status` say where it goes to and what was answered.",
    isGuarded: true,
    answer: {
      description: "Made once, and the same whenever it is asked for.",
      content: {
        "application/json": pingSchema,
      },
    },
    refusals: [503],
  },
  {
    method: "get",
    path: `${pingPath}/answer`,
    tag: "Instance",
    summary: "What became of the last ping, and when another is due",
    isGuarded: true,
    answer: {
      description: "Of what was said the first 2,000 characters are kept, in one line.",
      content: { "application/json": pingState },
    },
    refusals: [503],
  },
  {
    method: "get",
    path: instancePath,
    tag: "Instance",
    summary: "The version of this instance, and what leaves it",
    isGuarded: true,
    answer: {
      description: "Since the collector started. Null: nothing of the kind leaves.",
      content: { "application/json": Type.Object({ version: Type.String(), leaving }) },
    },
    refusals: [],
  },
  {
    method: "get",
    path: metricsPath,
    tag: "Instance",
    summary: "Metrics for Prometheus",
    isGuarded: true,
    answer: {
      description: "No content of an event.",
      content: { "text/plain": "The text format of Prometheus." },
    },
    refusals: [],
  },
  {
    method: "get",
    path: openApiPath,
    tag: "Instance",
    summary: "This document",
    isGuarded: false,
    answer: {
      description: "OpenAPI 3.1.",
      content: { "application/json": Type.Object({ openapi: Type.String() }) },
    },
    refusals: [],
  },
  ...sessionOperations(),
  {
    method: "get",
    path: uninstallPath,
    tag: "Page",
    summary: "What opens once the extension was removed",
    isGuarded: false,
    parameters: {
      utm_source: matching(/^[\w-]*$/u, {
        expected: "the platform of an extension",
        description: "From which kind of browser. What is none is counted as `other`.",
      }),
    },
    answer: {
      description: "Nothing in it depends on who asks.",
      content: { "text/html": "A page that loads nothing." },
    },
    refusals: [],
  },
  { ...pageView, path: pagePath, summary: "The overview", answer: page() },
  {
    ...pageView,
    path: `${pagePath}/actions/{id}`,
    summary: "The page of an action",
    pathParameters: { id: actionIdParameter },
    answer: page(),
  },
  { ...pageView, path: `${pagePath}/live`, summary: "Events as they come", answer: page() },
  { ...pageView, path: `${pagePath}/instance`, summary: "The instance", answer: page() },
  {
    ...pageView,
    path: `${pagePath}/assets/{name}`,
    summary: "A script or style of the page",
    pathParameters: {
      name: matching(/^[\w.-]+$/u, { expected: "a file name", description: "A file name." }),
    },
    answer: { description: "Never changes.", content: { "*/*": "A file." } },
  },
];

function page(): Operation["answer"] {
  return { description: "Nothing in it depends on who asks.", content: html };
}

function sessionOperations(): readonly Operation[] {
  const common = { path: sessionPath, tag: "Sign-in", isGuarded: false } as const;
  return [
    {
      ...common,
      method: "get",
      summary: "Whether a browser is signed in",
      answer: {
        description: "`open`: there is nothing to sign in with.",
        content: {
          "application/json": Type.Object({
            state: Type.Enum(["signed-in", "signed-out", "open"]),
          }),
        },
      },
      refusals: [],
    },
    {
      ...common,
      method: "post",
      summary: "Sign a browser in",
      body: { "application/json": Type.Object({ token: Type.String() }) },
      answer: { status: 204, description: "By a cookie." },
      refusals: [400, 401, 403, 404, 429],
    },
    {
      ...common,
      method: "delete",
      summary: "Sign a browser out",
      answer: { status: 204, description: "The cookie is gone." },
      refusals: [403],
    },
  ];
}
