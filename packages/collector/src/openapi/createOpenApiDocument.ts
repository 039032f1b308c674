import { refusalAnswer } from "../analytics/answers/recordAnswers.ts";
import type { Content, Operation } from "../http/Operation.ts";

type Json = Readonly<Record<string, unknown>>;

const meaningByStatus: Readonly<Record<number, string>> = {
  400: "Malformed; the message says what is expected.",
  401: "Not the administrator.",
  403: "Not from here: without an admin token, analytics answer on loopback only; and never to other pages.",
  404: "Not here.",
  405: "Another method.",
  413: "Too large: split it.",
  415: "Another content type or encoding.",
  429: "Too fast; `Retry-After` says when.",
  503: "The database does not answer; `Retry-After` says when.",
};

/** Writes the OpenAPI 3.1 document of some routes. */
export function createOpenApiDocument(operations: readonly Operation[]): Json {
  const paths = Map.groupBy(operations, ({ path }) => path);
  return {
    openapi: "3.1.0",
    info: {
      title: "Action Telemetry",
      version: "1",
      description:
        "What clients send to an instance, and what its administrator asks it. Days, weeks (from Monday) and months are those of UTC.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths: Object.fromEntries(
      Array.from(paths, ([path, methods]) => [
        path,
        Object.fromEntries(methods.map((operation) => [operation.method, write(operation)])),
      ]),
    ),
    components: {
      schemas: { Refusal: refusalAnswer },
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "The admin token." },
        session: {
          type: "apiKey",
          in: "cookie",
          name: "action-telemetry-session",
          description: "Of a browser that is signed in; over https its name begins with __Host-.",
        },
      },
    },
  };
}

function write(operation: Operation): Json {
  const { tag, summary, description, body, answer } = operation;
  const parameters = writeParameters(operation);
  const guards = operation.isGuarded ? [401, 403] : [];
  const refusals = [...operation.refusals, ...guards].toSorted((a, b) => a - b);
  return {
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    operationId: operationIdOf(operation),
    security: operation.isGuarded ? [{ token: [] }, { session: [] }] : [],
    ...(parameters.length > 0 && { parameters }),
    ...(body !== undefined && { requestBody: { required: true, content: writeContent(body) } }),
    responses: {
      [answer.status ?? 200]: {
        description: answer.description,
        ...(answer.content !== undefined && { content: writeContent(answer.content) }),
      },
      ...Object.fromEntries(
        refusals.map((status) => [status, writeRefusal(status, operation.refusal)]),
      ),
    },
  };
}

function writeRefusal(status: number, content: Content | undefined): Json {
  const schema = { $ref: "#/components/schemas/Refusal" };
  return {
    description: meaningByStatus[status] ?? "Refused.",
    content: content === undefined ? { "application/json": { schema } } : writeContent(content),
  };
}

function writeParameters({ parameters = {}, pathParameters = {} }: Operation): readonly Json[] {
  return [
    ...Object.entries(pathParameters).map(([name, { description, schema }]) => ({
      name,
      in: "path",
      required: true,
      description,
      schema,
    })),
    ...Object.entries(parameters).map(([name, { description, schema, isRequired = false }]) => ({
      name,
      in: "query",
      required: isRequired,
      description,
      schema,
    })),
  ];
}

function writeContent(content: Content): Json {
  return Object.fromEntries(
    Object.entries(content).map(([type, schema]) => [
      type,
      { schema: typeof schema === "string" ? { type: "string", description: schema } : schema },
    ]),
  );
}

/** Such as `getAnalyticsOverview`. */
function operationIdOf({ method, path }: Operation): string {
  const words = path.split(/[^A-Za-z0-9]+/u).filter((word) => word !== "" && word !== "api");
  return [method, ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join("");
}
