import type pg from 'pg';

/** Whom or what an attacker looks for, by every name that it has in the database. */
export interface Sought {
  readonly kind: 'person' | 'ballot';
  readonly who: string;
  readonly names: readonly string[];
}

/** Which ballot an attacker takes for whose, and from where. */
export interface Link {
  readonly source: string;
  readonly person: string;
  readonly ballot: string;
}

/** What a thief has of a vote: the files of the database with its log of transactions, and what the server wrote. */
export interface Spoils {
  /** Copies what the log of transactions got since it was copied last: the database does not keep it for long. */
  readonly copyLog: () => Promise<void>;
  /** Everyone who can be put together with a ballot. */
  readonly links: (sought: readonly Sought[]) => Promise<readonly Link[]>;
}

/** Somebody named somewhere; `at` is a place in the order of what was written. */
export interface Trace {
  readonly at: number;
  readonly sought: Sought;
}

/** Begins before the vote: what stands in the database by then says who may vote, and is in no order of voting. */
export async function stealFrom(pool: pg.Pool): Promise<Spoils> {
  // What was written is marked as such at its first reading: that must not count as a trace of the vote.
  await pool.query('vacuum (freeze, analyze)');
  const begin = await flushLog(pool);
  const first = begin.transaction;
  let copied = begin.end;
  const log: Buffer[] = [];
  return {
    async copyLog() {
      const { end } = await flushLog(pool);
      for (; copied < end; copied = Math.min(end, nextSegment(copied))) {
        log.push(await readLog(pool, copied, Math.min(end, nextSegment(copied)) - copied));
      }
    },
    async links(sought) {
      const tables = await readTables(pool, first, sought);
      return [
        ...tables.flatMap(({ name, onDisk }) => byRank(`order on the disk in ${name}`, onDisk, sought)),
        ...byNeighbours(
          'order of transactions',
          tables.flatMap(({ transactions }) => transactions),
        ),
        ...byNeighbours('log of transactions', tracesInLog(Buffer.concat(log), sought)),
      ];
    },
  };
}

const segment = 16 * 1024 * 1024;
const nextSegment = (position: number): number => (Math.floor(position / segment) + 1) * segment;

/** Writes the log of transactions to its files. @returns where it ends, and a transaction of now. */
async function flushLog(pool: pg.Pool): Promise<{ readonly end: number; readonly transaction: number }> {
  const client = await pool.connect();
  try {
    await client.query('set synchronous_commit = on');
    await client.query(`select pg_logical_emit_message(true, '', '')`);
    const { rows } = await client.query(
      `select pg_current_wal_flush_lsn() - '0/0'::pg_lsn as end, pg_current_xact_id()::text as transaction`,
    );
    return { end: Number(rows[0].end), transaction: Number(rows[0].transaction) };
  } finally {
    client.release(true);
  }
}

/** A page of the log, and how long its head is: the first of a file has the longer one (xlog_internal.h). */
const page = 8192;
const headerOf = (pageStart: number): number => (pageStart % segment === 0 ? 40 : 24);

/** What stands in the pages of the log, without the head of each page: a record goes on behind it. */
function withoutHeads(bytes: Buffer, from: number): Buffer {
  const pieces: Buffer[] = [];
  for (let start = from - (from % page); start < from + bytes.length; start += page) {
    pieces.push(bytes.subarray(Math.max(0, start + headerOf(start) - from), Math.max(0, start + page - from)));
  }
  return Buffer.concat(pieces);
}

async function readLog(pool: pg.Pool, from: number, length: number): Promise<Buffer> {
  const { rows } = await pool.query(
    `select pg_read_binary_file('pg_wal/' || pg_walfile_name('0/0'::pg_lsn + $1::numeric + 1), $2, $3) as bytes`,
    [from, from % segment, length],
  );
  return withoutHeads(rows[0].bytes, from);
}

/** Where a table names those who are sought, in rows that were written or locked since: by place, and by transaction. */
interface TracedTable {
  readonly name: string;
  readonly onDisk: readonly Trace[];
  readonly transactions: readonly Trace[];
}

async function readTables(pool: pg.Pool, first: number, sought: readonly Sought[]): Promise<readonly TracedTable[]> {
  const { rows: names } = await pool.query(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in ('public', 'graphile_worker')`,
  );
  const tables: TracedTable[] = [];
  for (const { name } of names) {
    const { rows } = await pool.query(
      `select xmin::text::bigint as made, xmax::text::bigint as held, t::text as text from ${name} t
       where xmin::text::bigint >= $1 or xmax::text::bigint >= $1 order by ctid`,
      [first],
    );
    const named = rows.flatMap((row, at) =>
      sought.filter(({ names: all }) => all.some((one) => row.text.includes(one))).map((each) => ({ row, at, each })),
    );
    tables.push({
      name,
      onDisk: named.map(({ at, each }) => ({ at, sought: each })),
      transactions: named.flatMap(({ row: { made, held }, each }) =>
        [made, held].filter((at) => at >= first).map((at) => ({ at, sought: each })),
      ),
    });
  }
  return tables;
}

/** Texts as they are, identifiers also as the sixteen bytes that the database keeps of them. */
const formsOf = (name: string): readonly Buffer[] =>
  /^[0-9a-f-]{36}$/u.test(name)
    ? [Buffer.from(name), Buffer.from(name.replaceAll('-', ''), 'hex')]
    : [Buffer.from(name)];

function tracesInLog(log: Buffer, sought: readonly Sought[]): readonly Trace[] {
  const traces: Trace[] = [];
  for (const each of sought) {
    for (const form of each.names.flatMap(formsOf)) {
      for (let at = log.indexOf(form); at !== -1; at = log.indexOf(form, at + 1)) traces.push({ at, sought: each });
    }
  }
  return traces;
}

/**
 * Takes the ballot that comes next for that of the person who was named last. Whole pages stand in the log once more after
 * each checkpoint: who has a ballot already, and a ballot that was there before, are passed over.
 */
export function byNeighbours(source: string, traces: readonly Trace[]): readonly Link[] {
  const links: Link[] = [];
  const [voted, seen] = [new Set<string>(), new Set<string>()];
  let last: string | undefined;
  // At one place the person comes first: what one transaction wrote belongs together.
  const order = traces.toSorted((a, b) => a.at - b.at || (a.sought.kind < b.sought.kind ? 1 : -1));
  for (const { sought } of order) {
    if (sought.kind === 'person') last = voted.has(sought.who) ? last : sought.who;
    else if (!seen.has(sought.who)) {
      seen.add(sought.who);
      if (last !== undefined) {
        links.push({ source, person: last, ballot: sought.who });
        voted.add(last);
      }
      last = undefined;
    }
  }
  return links;
}

/** Takes the first person of a table for the voter of the first ballot of the board, and so on. */
export function byRank(source: string, traces: readonly Trace[], sought: readonly Sought[]): readonly Link[] {
  const people = new Set(traces.filter((trace) => trace.sought.kind === 'person').map((trace) => trace.sought.who));
  const ballots = sought.filter(({ kind }) => kind === 'ballot');
  return [...people].flatMap((person, i) => {
    const ballot = ballots[i];
    return ballot === undefined ? [] : [{ source, person, ballot: ballot.who }];
  });
}
