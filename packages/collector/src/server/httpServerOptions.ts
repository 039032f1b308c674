import type { ServerOptions } from "node:http";

/**
 * Settings for Node's HTTP server that close slow sockets within ten seconds. Node's own defaults
 * leave them open for minutes, and its timeouts alone do not help: it only looks for expired ones
 * every `connectionsCheckingInterval`.
 */
export const httpServerOptions: ServerOptions = Object.freeze({
  headersTimeout: 5000,
  requestTimeout: 8000,
  keepAliveTimeout: 5000,
  connectionsCheckingInterval: 1000,
});
