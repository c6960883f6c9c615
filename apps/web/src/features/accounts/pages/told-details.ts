/** Everything that a line of the trail may tell everybody besides: hashes, numbers, moments, states. What is not here stays. */
const toldNames = [
  ...(['role', 'act', 'rule_hash', 'rules', 'line_up', 'commitment', 'version', 'people', 'count', 'number'] as const),
  ...(['option', 'title', 'opens_at', 'closes_at', 'closes', 'from', 'to', 'holders', 'threshold', 'place'] as const),
  ...(['trustee', 'step', 'day', 'hash', 'sha256', 'manifest', 'trustees', 'order', 'credentials', 'spares'] as const),
  ...([
    'uuid',
    'fingerprint',
    'head',
    'kind',
    'check',
    'how',
    'draws',
    'drawn',
    'seed',
    'contests',
    'counted',
  ] as const),
  ...(['bytes', 'stage', 'booth', 'booth_worker', 'trustee_page', 'registrar_page'] as const),
] as const;
export type ToldName = (typeof toldNames)[number];

/** One thing that a line tells. */
export interface ToldDetail {
  readonly name: ToldName;
  readonly value: string | number;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a line tells, in one order for all lines; of a list of things with hashes, their hashes. */
export function toldDetails(details: unknown): readonly ToldDetail[] {
  if (!isObject(details)) return [];
  return toldNames.flatMap((name) => valuesIn(details[name]).map((value) => ({ name, value })));
}

function valuesIn(value: unknown): readonly (string | number)[] {
  if (typeof value === 'string' || typeof value === 'number') return [value];
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => (isObject(one) && typeof one['hash'] === 'string' ? [one['hash']] : []));
}
