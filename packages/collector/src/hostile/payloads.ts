const statements = [
  "1=1",
  "1=2",
  "SLEEP(5)",
  "pg_sleep(5)",
  "randomblob(1000000000)",
  "sqlite_version()",
  "(SELECT name FROM sqlite_master)",
  "(SELECT usename FROM pg_user)",
  "load_extension('x')",
  "version()",
];
const openings = ["'", '"', "`", ")", "')", "'))", "\\'", "%27", "1", ""];
const connections = [
  " OR ",
  " AND ",
  " UNION SELECT ",
  "; DROP TABLE event; -- ",
  " || ",
  "/**/OR/**/",
];

/** What would be a statement where texts are joined, in SQL of all three databases; hundreds of them. */
export const sqlPayloads: readonly string[] = [
  ...openings.flatMap((opening) =>
    connections.flatMap((connection) =>
      statements
        .filter((_, n) => (n + opening.length + connection.length) % 2 === 0)
        .map((statement) => `${opening}${connection}${statement} --`),
    ),
  ),
  "'; DELETE FROM event; --",
  "'; UPDATE day_count SET executions = 0; --",
  "'; ATTACH DATABASE 'x.db' AS x; --",
  "'; PRAGMA writable_schema = 1; --",
  "'; COPY event TO PROGRAM 'id'; --",
  "day) FROM event; --",
  "occurred_at DESC; DROP TABLE event",
  "America/New_York'; DROP TABLE event; --",
  "(CASE WHEN (1=1) THEN name ELSE 1/0 END)",
  "name` --",
  "$1",
  ":1",
  "?",
  "{x:String}",
  "\u0000",
  "\uD800",
  "\u{1F600}".repeat(40),
];

/** What would be a script, a formula, a path or a prototype elsewhere. */
export const otherPayloads: readonly string[] = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "\"'onmouseover=alert(1) x='",
  "javascript:alert(1)",
  "{{constructor.constructor('alert(1)')()}}",
  "</script><script>alert(1)</script>",
  "=1+1",
  "+1",
  "-1",
  "@SUM(1)",
  "\t=1",
  "\r\nSet-Cookie: a=b",
  "../../../../etc/passwd",
  "..%2f..%2f",
  "file:///etc/passwd",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "NaN",
  "Infinity",
  "-0",
  "1e999",
  "9007199254740993",
  "null",
  "undefined",
  "true",
  "[]",
  "a".repeat(5000),
];
