import { once } from "node:events";
import { connect, type Socket } from "node:net";
import process from "node:process";
import { Workload, personCount } from "../workload/Workload.ts";
import type { LoadOptions, LoadResult } from "./LoadResult.ts";
import { RequestTemplate } from "./RequestTemplate.ts";

/** How many different batches there are; each is sent again and again with new IDs. */
const templateCount = 512;

/** Sends batches over connections that each wait for the answer before they send the next. */
export async function sendLoad(options: LoadOptions): Promise<LoadResult> {
  const host = `127.0.0.1:${options.port}`;
  const workload = new Workload(options.seed);
  const templates = Array.from(
    { length: templateCount },
    () => new RequestTemplate(workload, { size: options.size, host }),
  );
  const sockets = await Promise.all(
    Array.from({ length: options.connections }, async () => {
      const socket = connect(options.port, "127.0.0.1");
      socket.setNoDelay(true);
      await once(socket, "connect");
      return socket;
    }),
  );
  const total = Math.ceil(options.events / options.size);
  const latencies: number[] = [];
  let [sent, failures] = [0, 0];
  const next = () => {
    if (sent === total) return undefined;
    sent += 1;
    const template = templates[sent % templateCount];
    // Numbers of a process of its own: two runs never send the same event.
    const person = (sent * 7919) % personCount;
    return template?.write((options.seed * total + sent) * options.size, person);
  };
  const used = process.cpuUsage();
  const start = performance.now();
  await Promise.all(
    sockets.map((socket) =>
      drive(socket, next, (latency, isGood) => {
        latencies.push(latency);
        if (!isGood) failures += 1;
      }),
    ),
  );
  const duration = performance.now() - start;
  const { user, system } = process.cpuUsage(used);
  for (const socket of sockets) socket.destroy();
  latencies.sort((a, b) => a - b);
  return {
    requests: latencies.length,
    events: latencies.length * options.size,
    failures,
    duration,
    median: latencies[Math.floor(latencies.length / 2)] ?? 0,
    p99: latencies[Math.floor(latencies.length * 0.99)] ?? 0,
    processorTime: (user + system) / 1000,
  };
}

/** Sends one request after another over a connection, until there is none. Answers must have a Content-Length. */
function drive(
  socket: Socket,
  next: () => Buffer | undefined,
  onAnswer: (latency: number, isGood: boolean) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let start = 0;
    let answer = "";
    const send = () => {
      const request = next();
      if (request === undefined) return resolve();
      start = performance.now();
      // What the kernel does not take at once must not change until it does.
      if (!socket.write(request) && socket.writableLength > 0)
        throw new Error("The socket is full.");
    };
    socket.on("error", reject);
    socket.on("close", () => reject(new Error("The connection was closed.")));
    socket.on("data", (chunk: Buffer) => {
      answer += chunk.toString("latin1");
      if (!isWhole(answer)) return;
      onAnswer(performance.now() - start, answer.startsWith("HTTP/1.1 200"));
      answer = "";
      send();
    });
    send();
  });
}

function isWhole(answer: string): boolean {
  const end = answer.indexOf("\r\n\r\n");
  const length = /content-length: (\d+)/i.exec(answer)?.[1];
  if (end === -1) return false;
  return length === undefined
    ? answer.endsWith("0\r\n\r\n")
    : answer.length >= end + 4 + Number(length);
}
