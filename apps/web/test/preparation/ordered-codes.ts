import { createHash } from 'node:crypto';
import {
  compareCredentials,
  type CredentialOrder,
  cutSlices,
  orderHashInput,
  uploadHead,
  uploadLine,
  writeOrder,
} from '@convite/domain';
import type pg from 'pg';

interface Ordered {
  readonly consultation: string;
  readonly slug: string;
  /** Ids of the contests of a nation and two communes, by the codes of their territories. */
  readonly contests: ReadonlyMap<string, string>;
  readonly by: string;
}

/** So many texts that look like credentials, ascending. */
const credentialsOf = (turn: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => createHash('sha256').update(`${turn} ${i}`).digest('hex')).toSorted((a, b) =>
    compareCredentials('Ed25519', a, b),
  );

/** Orders codes for seven people, straight in the database. @returns the lines of a file that answers the order */
export async function orderCodes(
  pool: pg.Pool,
  { consultation, slug, contests, by }: Ordered,
): Promise<readonly string[]> {
  const rule = { percent: 10, minimum: 2 };
  const territories = [
    { code: 'N', above: ['N'], people: 0 },
    { code: 'C1', above: ['C1', 'N'], people: 4 },
    { code: 'C2', above: ['C2', 'N'], people: 3 },
  ];
  const voted = ['N', 'C1', 'C2'].map((territory, i) => ({
    ...{ id: contests.get(territory) ?? '', uuid: `CaLLeCedro123${i + 1}`, group: 'Ed25519' as const },
    ...{ name: `Obra ${territory}`, territory },
  }));
  const order: CredentialOrder = {
    ...{ convite_order: 1, consultation: slug, title: { es: 'Obras' }, languages: ['es'], zone: 'America/Caracas' },
    ...{ opens_at: 1_795_220_101, closes_at: 1_795_306_501, site: 'https://convite.example', spares: rule },
    roll: { version: 1, entries: 7, commitment: 'ab'.repeat(32) },
    ...cutSlices(voted, territories, rule),
  };
  const text = writeOrder(order);
  const hash = createHash('sha256').update(orderHashInput(text)).digest('hex');
  await pool.query(
    `insert into credential_orders (consultation_id, hash, text, made_by, made_at) values ($1, $2, $3, $4, now())`,
    [consultation, hash, text, by],
  );
  await pool.query(
    `insert into consultation_trustees (consultation_id, trustees, hash, at) values ($1, '[]', $2, now())`,
    [consultation, hash],
  );
  const lines = order.contests.map(({ credentials, spares }, turn) => {
    const places = Array.from({ length: spares }, (_, i) => i);
    return uploadLine(turn, credentialsOf(turn, credentials), places);
  });
  return [uploadHead(slug, hash), ...lines];
}
