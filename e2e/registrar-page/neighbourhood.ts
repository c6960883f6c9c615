import { hash } from 'node:crypto';
import { type CredentialOrder, cutSlices, makeRollCommitter, proofTypes, writeOrder } from '@convite/domain';

/** A person on the roll of two streets. */
export interface RollPerson {
  readonly id: string;
  readonly name: string;
  readonly territory: string;
  readonly language: string;
}

export const salt = '07'.repeat(32);

/** In the order of their slices, so that the private list has the order of the roll. */
export const people: readonly RollPerson[] = [
  { id: 'p1', name: 'Ana Pérez', territory: 'PS-1', language: 'es' },
  { id: 'p2', name: 'علي حسن', territory: 'PS-1', language: 'ar' },
  { id: 'p3', name: 'Tom Reed', territory: 'PS-1', language: 'en' },
  { id: 'p4', name: 'Оксана <img src=x>', territory: 'PS-1', language: 'uk' },
  { id: 'p5', name: '=HYPERLINK("x")', territory: 'PS-2', language: '' },
];

const quoted = (cell: string): string => `"${(cell.startsWith('=') ? `'${cell}` : cell).replaceAll('"', '""')}"`;

/** The roll as the site hands it out. */
export const rollCsv = (all: readonly RollPerson[] = people): string =>
  [
    'id,name,birth_date,territory,document,proof,email,language,told_apart',
    ...all.map(({ id, name, territory, language }) =>
      [id, quoted(name), '1980-04-03', territory, '', proofTypes[0], '', language, ''].join(),
    ),
    '',
  ].join('\r\n');

/** The order for them: a contest of both streets, and one in each. */
export function orderOf(): CredentialOrder {
  const committer = makeRollCommitter(Buffer.from(salt, 'hex'), {
    ofText: (text) => hash('sha256', text, 'buffer'),
    ofBytes: (bytes) => hash('sha256', bytes, 'buffer'),
  });
  for (const { name, territory } of people) {
    committer.add({ name, birthDate: '1980-04-03', territory, document: null, proof: proofTypes[0], toldApart: '' });
  }
  const { count, commitment } = committer.finish('obras-2026');
  const contest = (number: number, territory: string) => ({
    id: `00000000-0000-4000-8000-00000000000${number}`,
    ...{ uuid: `CaLLeCedro123${number}`, group: 'Ed25519' as const, name: `Obra ${number}`, territory },
  });
  const place = (code: string, above: readonly string[]) => ({
    ...{ code, above: [code, ...above] },
    people: people.filter(({ territory }) => territory === code).length,
  });
  const rule = { percent: 10, minimum: 2 };
  return {
    ...{ convite_order: 1, consultation: 'obras-2026', title: { es: 'Obras 2026', en: 'Works 2026' } },
    ...{ languages: ['es', 'en'], zone: 'America/Caracas', site: 'https://convite.example', spares: rule },
    ...{ opens_at: 1_795_220_101, closes_at: 1_795_306_501, roll: { version: 1, entries: count, commitment } },
    ...cutSlices(
      [contest(1, 'PS'), contest(2, 'PS-1'), contest(3, 'PS-2')],
      [place('PS-1', ['PS']), place('PS-2', ['PS'])],
      rule,
    ),
  };
}

export const writtenOrder = (order: CredentialOrder = orderOf()): string => writeOrder(order);
