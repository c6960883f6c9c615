import { type CredentialOrder, cutSlices, makeRollCommitter, proofTypes, writeOrder } from '@convite/domain';
import { hash } from 'node:crypto';

/** A person on the roll of a small city. */
export interface RollPerson {
  readonly id: string;
  readonly name: string;
  readonly territory: string;
  readonly language: string;
}

export const salt = '07'.repeat(32);

/** Two communes with a contest each, a contest for the whole city, and a sector below the first commune. */
export const people: readonly RollPerson[] = [
  { id: 'p1', name: 'Ana & <b>Pérez</b>', territory: 'PS-S1', language: 'es' },
  { id: 'p2', name: 'علي حسن', territory: 'PS-1', language: 'ar' },
  { id: 'p3', name: 'Tom Reed', territory: 'PS-1', language: 'en' },
  { id: 'p4', name: '=HYPERLINK("x")', territory: 'PS-2', language: '' },
];

const quoted = (cell: string): string => `"${(/^[=+\-@]/u.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`;

/** The roll as the site hands it out. */
export const rollCsv = (all: readonly RollPerson[] = people): string =>
  [
    'id,name,birth_date,territory,document,proof,email,language,told_apart',
    ...all.map(({ id, name, territory, language }) =>
      [id, quoted(name), '1980-04-03', territory, '', proofTypes[0], '', language, ''].join(),
    ),
    '',
  ].join('\r\n');

/** The order for them. */
export function smallOrder(all: readonly RollPerson[] = people, percent = 10): CredentialOrder {
  const committer = makeRollCommitter(Buffer.from(salt, 'hex'), {
    ofText: (text) => hash('sha256', text, 'buffer'),
    ofBytes: (bytes) => hash('sha256', bytes, 'buffer'),
  });
  for (const { name, territory } of all) {
    committer.add({ name, birthDate: '1980-04-03', territory, document: null, proof: proofTypes[0], toldApart: '' });
  }
  const { count, commitment } = committer.finish('obras-2026');
  const contest = (number: number, territory: string, group: 'Ed25519' | 'BELENIOS-2048' = 'Ed25519') => ({
    id: `00000000-0000-4000-8000-00000000000${number}`,
    uuid: `CaLLeCedro123${number}`,
    ...{ group, name: `Obra ${number}`, territory },
  });
  const place = (code: string, above: readonly string[]) => ({
    ...{ code, above: [code, ...above] },
    people: all.filter(({ territory }) => territory === code).length,
  });
  const rule = { percent, minimum: 2 };
  return {
    convite_order: 1,
    consultation: 'obras-2026',
    title: { es: 'Obras 2026', en: 'Works 2026' },
    languages: ['es', 'en'],
    zone: 'America/Caracas',
    opens_at: 1_795_220_101,
    closes_at: 1_795_306_501,
    site: 'https://convite.example',
    spares: rule,
    roll: { version: 1, entries: count, commitment },
    ...cutSlices(
      [contest(1, 'PS'), contest(2, 'PS-1'), contest(3, 'PS-2', 'BELENIOS-2048')],
      [place('PS', []), place('PS-1', ['PS']), place('PS-2', ['PS']), place('PS-S1', ['PS-1', 'PS'])],
      rule,
    ),
  };
}

export const orderText = (all?: readonly RollPerson[]): string => writeOrder(smallOrder(all));
