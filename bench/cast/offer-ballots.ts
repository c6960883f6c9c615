import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** What one sending of a ballot came to. */
interface Answer {
  readonly status: number;
  readonly milliseconds: number;
  readonly retryAfter: number;
  readonly position: number | undefined;
}

/** Ballots that were offered, and how the server answered. */
export interface Offered {
  readonly seconds: number;
  /** Receipts. */
  readonly cast: number;
  /** How often each status came; 0 for a connection that broke, after which the ballot was sent again. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Of those that got their receipt, milliseconds of the sending that brought it. */
  readonly milliseconds: { readonly p50: number; readonly p99: number; readonly most: number };
  /** Waiting answers whose ballot had no position or no time to come again. */
  readonly untruthful: number;
  readonly longestLine: number;
}

/** Where ballots are sent. */
export interface Box {
  readonly address: string;
  readonly path: string;
}

/** A ballot, and the path of its contest. */
export interface BallotToOffer {
  readonly path: string;
  readonly text: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 1000 });

function send({ address, path }: Box, text: string): Promise<Answer> {
  const began = performance.now();
  return new Promise((resolve) => {
    const asking = request(
      new URL(`${path}/ballots`, address),
      { agent, method: 'POST', headers: { 'Content-Type': 'application/json', Origin: address } },
      (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString()));
        response.on('end', () => {
          const position = /"position":(\d+)/u.exec(body)?.[1];
          resolve({
            status: response.statusCode ?? 0,
            milliseconds: performance.now() - began,
            retryAfter: Number(response.headers['retry-after'] ?? 0),
            position: position === undefined ? undefined : Number(position),
          });
        });
      },
    );
    // A connection that breaks, such as one that lay idle and is closed just as it is used again: told as status 0.
    asking.on('error', () => {
      resolve({ status: 0, milliseconds: performance.now() - began, retryAfter: 1, position: undefined });
    });
    asking.end(text);
  });
}

/** Sends so many at a time, each as soon as another is answered. */
export async function offerInLanes(
  address: string,
  ballots: AsyncIterable<BallotToOffer>,
  lanes: number,
): Promise<Offered> {
  const book = createBook();
  const waiting = ballots[Symbol.asyncIterator]();
  const lane = async (): Promise<void> => {
    for (let next = await waiting.next(); next.done !== true; next = await waiting.next()) {
      const { path, text } = next.value;
      await sendUntilCast({ address, path }, text, book);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return book.close();
}

/** Sends so many a second whatever the server does; who is told to wait comes again when told. */
export async function offerAtPace(box: Box, ballots: readonly string[], perSecond: number): Promise<Offered> {
  const book = createBook();
  const began = performance.now();
  const under: Promise<void>[] = [];
  for (const [i, text] of ballots.entries()) {
    const wait = began + (i * 1000) / perSecond - performance.now();
    if (wait > 1) await pause(wait);
    under.push(sendUntilCast(box, text, book));
  }
  await Promise.all(under);
  return book.close();
}

async function sendUntilCast(box: Box, text: string, book: Book): Promise<void> {
  for (;;) {
    const answer = await send(box, text);
    book.take(answer);
    if (answer.status !== 202 && answer.status !== 0) return;
    await pause(answer.retryAfter * 1000);
  }
}

interface Book {
  readonly take: (answer: Answer) => void;
  readonly close: () => Offered;
}

function createBook(): Book {
  const began = performance.now();
  const statuses = new Map<number, number>();
  const times: number[] = [];
  let [untruthful, longestLine, last] = [0, 0, began];
  return {
    take({ status, milliseconds, retryAfter, position }) {
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status === 201) {
        times.push(milliseconds);
        last = performance.now();
      }
      if (status !== 202) return;
      if (position === undefined || retryAfter < 1) untruthful += 1;
      longestLine = Math.max(longestLine, position ?? 0);
    },
    close() {
      const sorted = times.toSorted((a, b) => a - b);
      const at = (share: number): number => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
      return {
        seconds: Math.round((last - began) / 10) / 100,
        cast: times.length,
        statuses: Object.fromEntries(statuses),
        milliseconds: { p50: at(0.5), p99: at(0.99), most: at(1) },
        untruthful,
        longestLine,
      };
    },
  };
}
