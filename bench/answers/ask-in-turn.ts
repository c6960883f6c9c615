import { createHash } from 'node:crypto';
import { median } from '../counting/figures.ts';
import { rounded } from '../national/stopwatch.ts';

/** A question that somebody asks of the server. */
export interface Question {
  readonly path: string;
  /** A form, or an object that is sent as JSON. */
  readonly body: URLSearchParams | Readonly<Record<string, string>>;
  /** What stands in the answer because it was typed; answers are compared without it. */
  readonly typed?: string;
}

/** People whom the server must not tell apart from others, and what they ask in each round. */
export interface Askers {
  readonly name: string;
  readonly question: (round: number) => Question;
}

/** How long people waited, and whether all were told the same. Times in milliseconds, until the last byte. */
export interface Waits {
  readonly p50: Readonly<Record<string, number>>;
  readonly p95: Readonly<Record<string, number>>;
  /** Between the longest and the shortest of the medians. */
  readonly difference: number;
}

export interface Told extends Waits {
  readonly asked: number;
  /** How many answers there were that differ in status, header lines or text; one is wanted. */
  readonly answers: number;
  readonly statuses: readonly number[];
  /** Of a page that each asked for right after the answer. */
  readonly after?: Waits;
}

/**
 * All ask in each round, one after another in an order that is drawn anew, so that whatever else the machine does meets all
 * of them alike. Everybody comes from a network of their own.
 *
 * @param after path of a page that each asks for right after the answer
 */
export async function askInTurn(
  origin: string,
  everybody: readonly Askers[],
  rounds: number,
  after?: string,
): Promise<Told> {
  const [waits, waitsAfter] = [everybody.map((): number[] => []), everybody.map((): number[] => [])];
  const answers = new Map<string, number>();
  for (let round = 0; round < rounds; round++) {
    for (const who of drawnOrder(everybody.length, round)) {
      const question = everybody[who]?.question(round);
      if (question === undefined) continue;
      const network = `10.${who * 16 + (round >> 16)}.${(round >> 8) & 255}.${round & 255}`;
      const began = performance.now();
      const response = await ask(origin, question, network);
      const text = await response.text();
      waits[who]?.push(performance.now() - began);
      answers.set(answerWithout(question.typed, response, text), response.status);
      if (after === undefined) continue;
      const thenBegan = performance.now();
      await (await fetch(new URL(after, origin))).arrayBuffer();
      waitsAfter[who]?.push(performance.now() - thenBegan);
    }
  }
  const names = everybody.map(({ name }) => name);
  return {
    asked: rounds * everybody.length,
    answers: answers.size,
    statuses: [...new Set(answers.values())],
    ...waitsOf(names, waits),
    ...(after !== undefined && { after: waitsOf(names, waitsAfter) }),
  };
}

function drawnOrder(count: number, round: number): readonly number[] {
  const drawn = createHash('sha256').update(`order of round ${round}`).digest();
  return Array.from({ length: count }, (_, who) => who).toSorted((a, b) => (drawn[a] ?? 0) - (drawn[b] ?? 0) || a - b);
}

export function ask(origin: string, { path, body }: Question, network: string): Promise<Response> {
  const isForm = body instanceof URLSearchParams;
  return fetch(new URL(path, origin), {
    method: 'POST',
    redirect: 'manual',
    headers: {
      Origin: origin,
      'Sec-Fetch-Site': 'same-origin',
      'X-Forwarded-For': network,
      'Content-Type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
    },
    body: isForm ? body.toString() : JSON.stringify(body),
  });
}

/** What each answer has of its own: when it was sent, lines about what was typed, and what is drawn for a passkey. */
const [ownLines, ownText] = [['date', 'content-length', 'etag'], /data-question="[^"]*"/gu];

/** An answer as it can be compared: status, lines of its header, text. */
function answerWithout(typed: string | undefined, { status, headers }: Response, text: string): string {
  const lines = [...headers].filter(([name]) => !ownLines.includes(name)).map(([name, value]) => `${name}: ${value}`);
  const bare = (typed === undefined ? text : text.replaceAll(typed, '…')).replaceAll(ownText, '');
  return createHash('sha256')
    .update([status, ...lines, bare].join('\n'))
    .digest('hex');
}

function waitsOf(names: readonly string[], waits: readonly (readonly number[])[]): Waits {
  const medians = waits.map((times) => rounded(median(times)));
  const late = waits.map((times) => rounded(times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? 0));
  const named = (figures: readonly number[]) => Object.fromEntries(names.map((name, i) => [name, figures[i] ?? 0]));
  return { p50: named(medians), p95: named(late), difference: rounded(Math.max(...medians) - Math.min(...medians)) };
}
