import { portableSha256, utf8 } from '@convite/crypto';
import { type CredentialOrder, cutSlices, makeRollCommitter, proofTypes, writeOrder } from '@convite/domain';
import { invariant } from '@convite/kernel';
import type { Calendar } from './letters/moment.ts';
import { openOrder, type OpenedOrder } from './order/open-order.ts';
import type { People } from './roll/read-people.ts';

export const calendar: Calendar = (locale, options) => new Intl.DateTimeFormat(locale, options);
export const salt = new Uint8Array(32).fill(7);
const { sha256 } = portableSha256;

/** More than one page of people in the first street, in every language; some elsewhere, where nobody votes. */
export const people: People = Array.from({ length: 320 }, (_, i) => ({
  ...{ id: `p${i}`, name: i === 5 ? '=Ana, "la de al lado"' : `Persona ${i}` },
  territory: i < 310 ? 'PS-1' : i < 318 ? 'PS-2' : 'PS-9',
  language: ['es', 'en', 'pt-BR', 'ca', 'uk', 'ar', 'qu', null][i % 8] ?? null,
}));

export const rollText = `id,name,birth_date,territory,proof,language\r\n${people
  .map(({ id, name, territory, language }) =>
    [
      id,
      `"${name.replace('=', "'=").replaceAll('"', '""')}"`,
      '1980-04-03',
      territory,
      proofTypes[0],
      language ?? '',
    ].join(),
  )
  .join('\r\n')}`;

/** The order for them, opened. */
export function openedOrder(change: (order: CredentialOrder) => CredentialOrder = (order) => order): OpenedOrder {
  const committer = makeRollCommitter(salt, { ofText: (text) => sha256(utf8(text)), ofBytes: sha256 });
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
  const rule = { percent: 1, minimum: 2 };
  const order = change({
    ...{ convite_order: 1, consultation: 'obras-2026', title: { ca: 'Obres', es: 'Obras' }, languages: ['es', 'en'] },
    ...{ zone: 'America/Caracas', opens_at: 1_795_220_101, closes_at: 1_795_306_501, site: 'https://convite.example' },
    ...{ spares: rule, roll: { version: 1, entries: count, commitment } },
    ...cutSlices(
      [contest(1, 'PS'), contest(2, 'PS-1')],
      [place('PS-1', ['PS']), place('PS-2', ['PS']), place('PS-9', [])],
      rule,
    ),
  });
  const opened = openOrder(writeOrder(order), portableSha256);
  invariant(opened.ok, 'the order of the tests is one');
  return opened.value;
}
