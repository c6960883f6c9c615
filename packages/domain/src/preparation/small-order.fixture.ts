import type { CredentialOrder } from './credential-order.ts';
import { cutSlices } from './slices.ts';

const place = (code: string, above: readonly string[], people: number) => ({ code, above: [code, ...above], people });

/** A city with a contest of its own and one in each of two communes; a sector below the first. */
export function smallOrder(): CredentialOrder {
  const rule = { percent: 10, minimum: 2 };
  const contest = (number: number, territory: string) => ({
    id: `00000000-0000-4000-8000-00000000000${number}`,
    uuid: `CaLLeCedro123${number}`,
    group: 'Ed25519' as const,
    name: `Obra ${number}`,
    territory,
  });
  const territories = [
    place('PS-S1', ['PS-1', 'PS'], 21),
    place('PS', [], 0),
    place('PS-2', ['PS'], 3),
    place('PS-1', ['PS'], 4),
  ];
  return {
    convite_order: 1,
    consultation: 'obras-2026',
    title: { es: 'Obras 2026' },
    languages: ['es', 'en'],
    zone: 'America/Caracas',
    opens_at: 1_795_220_101,
    closes_at: 1_795_306_501,
    site: 'https://convite.example',
    spares: rule,
    roll: { version: 2, entries: 28, commitment: 'ab'.repeat(32) },
    ...cutSlices([contest(3, 'PS-2'), contest(1, 'PS'), contest(2, 'PS-1')], territories, rule),
  };
}
