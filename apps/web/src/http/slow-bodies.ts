import type { IncomingMessage } from 'node:http';

/** How long requests may take to come in. */
export interface ArrivalLimits {
  /** For the head of a request. */
  readonly headMilliseconds: number;
  /** For a body, and for each further part of a long one. */
  readonly bodyMilliseconds: number;
  /** What must come of a long body in each such while: a line that brings less brings nothing for weeks. */
  readonly leastBytes: number;
}

/**
 * A head is a few kilobytes, which the slowest line brings in seconds. A body has the five minutes of the platform, enough for
 * the largest that anybody may bring (32 MB) at a megabit a second. What staff bring may have hundreds of megabytes.
 */
export const usualArrival: ArrivalLimits = {
  headMilliseconds: 20_000,
  bodyMilliseconds: 5 * 60_000,
  leastBytes: 256 * 1024,
};

const longBodies = new WeakSet<IncomingMessage>();

/** Lets the body of this request take longer, while it moves: for those whom the gate has let in. */
export const allowLongBody = (request: IncomingMessage): void => void longBodies.add(request);

/**
 * Ends the connection of a request whose body takes too long. The platform's own limit is one for all: it cuts a large roll on
 * a slow line, and made longer it would leave sockets to whoever sends a byte a minute.
 */
export function boundBody(request: IncomingMessage, { bodyMilliseconds, leastBytes }: ArrivalLimits): void {
  const { headers, socket } = request;
  if (headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0) return;
  let seen = socket.bytesRead;
  const check = (): void => {
    const came = socket.bytesRead - seen;
    seen = socket.bytesRead;
    if (!request.complete && longBodies.has(request) && came >= leastBytes) return;
    clearInterval(timer);
    if (!request.complete) socket.destroy();
  };
  // Behind what has arrived: where this server itself stood still, nobody was slow.
  const timer = setInterval(() => setImmediate(check), bodyMilliseconds).unref();
  // It closes when it is answered, be there more of its body to come or not.
  request.once('close', () => {
    longBodies.delete(request);
    if (request.complete) clearInterval(timer);
  });
}
