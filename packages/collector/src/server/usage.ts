/** What `--help` prints. */
export const usage = `action-telemetry-collector: receives action events, keeps them, shows which actions people use.

Usage
  action-telemetry-collector           start; Ctrl-C finishes what is under way and stops
  action-telemetry-collector migrate-store --from <url> --to <url>
                                       copy everything into another database; see its --help
  action-telemetry-collector --version
  action-telemetry-collector --help    this text

Environment
  PORT             port to listen on (7080; 0 takes any free one)
  HOST             address to listen on (127.0.0.1: this machine only)
  DATABASE_URL     postgres://user:password@host/database, clickhouse://user:password@host:8123/database,
                   or file:///absolute/path/events.db
                   (default: embedded, under DATA_DIR)
  DATA_DIR         folder of the embedded database (~/.local/share/action-telemetry)
  ADMIN_TOKEN      at least 16 characters; guards the analytics, needed unless HOST is loopback
  ALLOWED_ORIGINS  origins whose pages may send, separated by commas (none)
  TRUSTED_PROXY    proxies before it, such as 127.0.0.1 or 10.0.0.0/8, separated by commas (none)
  RETENTION_DAYS   days for which events are kept; daily counts stay (93)
  PING_URL         https address that gets the weekly aggregate (none: nothing ever leaves)
  PING_FLOOR       distinct users that every number of a ping stands for (11; at least 5)
  PING_ACTIONS     IDs of actions that a ping may name besides the builtin ones, separated by commas
  SENTRY_DSN       project that error reports are forwarded to (none: the last thousand stay here)
  OTLP_FORWARD_URL      address that every event is sent on to by OTLP/HTTP (none: nothing leaves)
  OTLP_FORWARD_HEADERS  headers for it: name=value, percent-encoded, separated by commas
  RATE_LIMIT       requests a second an address may send, five seconds' worth at once (200; 0: no limits)
  USER_RATE_LIMIT  events a second of one anonymizedUserId, 200 seconds' worth at once (100; 0: off)
  DAILY_NAMES      names of actions a day that were not known before; others are rejected (5000)
  DAILY_USERS      users a day; others are rejected (1000000)
  DAILY_USERS_PER_NETWORK  of those, users of one network, a /24 of IPv4 or /48 of IPv6
                   (a tenth, but at least 10000)
`;
