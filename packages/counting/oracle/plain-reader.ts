import { makeInstance, type Ballot, type BallotKind, projectId } from '../src/index.ts';
import type { Election } from './election.ts';

const KINDS: Readonly<Record<string, BallotKind>> = {
  approval: 'approval',
  'choose-1': 'choose-one',
  ordinal: 'ranked',
  cumulative: 'points',
  scoring: 'scores',
};

/**
 * Reads well-formed Pabulib text, apart from the reader that the product uses: only what a count needs, no repair, no
 * warnings. A repeated mention of a project on a ballot is dropped with its points.
 * @throws Error on anything unexpected.
 */
export function readPlainly(text: string): Election {
  const sections = new Map<string, readonly (readonly string[])[]>();
  let rows: (readonly string[])[] = [];
  for (const line of text.split(/\r?\n/u)) {
    const name = line.trim();
    if (['META', 'PROJECTS', 'VOTES'].includes(name)) {
      rows = [];
      sections.set(name, rows);
    } else if (name !== '') {
      rows.push(cells(line));
    }
  }
  const meta = new Map(sections.get('META')?.map(([key = '', value = '']) => [key, value]));
  const money = [meta.get('budget') ?? '', ...column(sections.get('PROJECTS'), 'cost')];
  const decimals = Math.max(...money.map((amount) => amount.split('.')[1]?.length ?? 0));
  const made = makeInstance({
    budget: minorUnits(meta.get('budget') ?? '', decimals),
    currency: meta.get('currency') ?? '',
    decimals,
    projects: column(sections.get('PROJECTS'), 'project_id').map((id, i) => ({
      id: projectId(id),
      cost: minorUnits(column(sections.get('PROJECTS'), 'cost')[i] ?? '', decimals),
      name: undefined,
      categories: [],
      neighbourhood: undefined,
    })),
  });
  if (!made.ok) throw new Error(made.error.type);
  const kind = KINDS[meta.get('vote_type') ?? ''];
  if (kind === undefined) throw new Error('unknown vote_type');
  const place = new Map(made.value.projects.map(({ id }, p): [string, number] => [id, p]));
  const points = column(sections.get('VOTES'), 'points');
  const withPoints = kind === 'points' || kind === 'scores';
  const ballots = column(sections.get('VOTES'), 'vote').map((vote, i) =>
    ballot(vote, withPoints ? points[i] : undefined, place),
  );
  return { instance: made.value, kind, ballots };
}

function ballot(vote: string, points: string | undefined, place: ReadonlyMap<string, number>): Ballot {
  const given = points?.split(',').map(Number);
  const seen = new Map<number, number>();
  for (const [i, id] of vote.split(',').entries()) {
    const p = place.get(id);
    if (p === undefined) throw new Error(`a ballot names ${id}`);
    if (!seen.has(p)) seen.set(p, given?.[i] ?? 0);
  }
  return { choices: [...seen.keys()], points: given === undefined ? undefined : [...seen.values()], weight: 1 };
}

function column(rows: readonly (readonly string[])[] | undefined, name: string): readonly string[] {
  const at = rows?.[0]?.indexOf(name) ?? -1;
  return at < 0 ? [] : (rows?.slice(1).map((row) => row[at] ?? '') ?? []);
}

const minorUnits = (amount: string, decimals: number): bigint => {
  const [whole = '', fraction = ''] = amount.split('.');
  return BigInt(whole + fraction.padEnd(decimals, '0'));
};

/** Splits at `;`; a quote counts only at the start of a cell. */
function cells(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"(?=;|$)|([^;]*))/gu)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
  );
}
