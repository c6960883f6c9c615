import fc from 'fast-check';
import { writeCell } from './write-pabulib.ts';

/** A `.pb` text with everything odd that files hold, and what it means. */
export interface IrregularFile {
  readonly text: string;
  readonly budget: bigint;
  readonly decimals: number;
  readonly costs: ReadonlyMap<string, bigint>;
  readonly names: ReadonlyMap<string, string>;
  /** Ids named by each ballot, without repeats. */
  readonly ballots: readonly (readonly string[])[];
}

const lineEnd = fc.constantFrom('\n', '\r\n');
const space = fc.constantFrom('', '', '', ' ', '\u00a0');
const projectId = fc.oneof(
  fc.constantFrom(
    '01',
    '1',
    'OGM/0015',
    'BO.D4.21/25',
    'Ł-7',
    'x"y',
    '2025/MAK/0001',
    '__proto__',
    'constructor',
    '😀',
  ),
  fc.stringMatching(/^[A-Za-z0-9/._-]{1,6}$/u),
);
const name = fc
  .oneof(
    fc.constantFrom(
      'Plac „Zabaw” dla dzieci',
      'przystanek "Promenada"',
      '"Konikowo" - plac',
      'Etap I; etap II',
      'Dos\nlíneas',
      'Nbsp\u00a0here',
      '=1+1',
      'a""b',
    ),
    fc.string({ maxLength: 12 }).map((text) => text.replaceAll(/[\r\n]/gu, ' ')),
  )
  .map((text) => text.trim())
  .filter((text) => text !== '' && text !== 'None');

/** Writes an amount in one of the ways in which files write it. */
const amount = fc
  .tuple(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 3 }), fc.constantFrom('.', ','))
  .map(([digits, decimals, mark]) => {
    const text = String(digits).padStart(decimals + 1, '0');
    return {
      digits: BigInt(digits),
      decimals,
      text: decimals === 0 ? text : `${text.slice(0, -decimals)}${mark}${text.slice(-decimals)}`,
    };
  });

/** A name as a cell: quoted where it must be, and where it need not be but may; bare quotes inside are left bare. */
const cell = (text: string) =>
  /[;\n]/u.test(text) || text.startsWith('"')
    ? fc.constant(writeCell(text))
    : fc.constantFrom(text, `"${text.replaceAll('"', '""')}"`);

export const irregularFile: fc.Arbitrary<IrregularFile> = fc
  .record({
    ids: fc.uniqueArray(projectId, { minLength: 1, maxLength: 6 }),
    budget: amount,
    bom: fc.boolean(),
    finalLineEnd: fc.boolean(),
    withNames: fc.boolean(),
    unknownMeta: fc.boolean(),
  })
  .chain(({ ids, ...shape }) =>
    fc.record({
      shape: fc.constant({ ids, ...shape }),
      costs: fc.tuple(...ids.map(() => amount)),
      names: fc.tuple(...ids.map(() => name.chain((text) => fc.tuple(fc.constant(text), cell(text))))),
      ballots: fc.array(
        fc.record({
          choices: fc.array(fc.constantFrom(...ids), { maxLength: 5 }),
          spaces: fc.array(space, { minLength: 5, maxLength: 5 }),
        }),
        { maxLength: 8 },
      ),
      ends: fc.array(lineEnd, { minLength: 60, maxLength: 60 }),
      blanks: fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
    }),
  )
  .map(({ shape, costs, names, ballots, ends, blanks }) => {
    const lines = [
      'META',
      'key;value',
      `budget;${shape.budget.text}`,
      'vote_type;approval',
      ...(shape.unknownMeta ? ['weather;sunny'] : []),
      'PROJECTS',
      shape.withNames ? 'project_id;cost;name' : 'project_id;cost',
      ...shape.ids.map((id, i) => `${writeCell(id)};${costs[i]?.text}${shape.withNames ? `;${names[i]?.[1]}` : ''}`),
      'VOTES',
      'voter_id;vote',
      ...ballots.map(({ choices, spaces }, i) => {
        const vote = choices.map((id, c) => `${spaces[c]}${id}`).join(',');
        return `${i + 1};${vote.startsWith('"') ? writeCell(vote) : vote}`;
      }),
    ];
    const body = lines.map((line, i) => {
      const end = ends[i] ?? '\n';
      return i === lines.length - 1 && !shape.finalLineEnd ? line : `${line}${end}${blanks[i] === true ? end : ''}`;
    });
    const decimals = Math.max(shape.budget.decimals, ...costs.map((cost) => cost.decimals));
    const scaled = (money: (typeof costs)[number]) => money.digits * 10n ** BigInt(decimals - money.decimals);
    return {
      text: (shape.bom ? '\ufeff' : '') + body.join(''),
      budget: scaled(shape.budget),
      decimals,
      costs: new Map(shape.ids.map((id, i) => [id, costs[i] === undefined ? 0n : scaled(costs[i])])),
      names: new Map(shape.withNames ? shape.ids.map((id, i) => [id, names[i]?.[0] ?? '']) : []),
      ballots: ballots.map(({ choices }) => [...new Set(choices)]),
    };
  });
