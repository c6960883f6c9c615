import { type Rational, writeMoney, writeRational } from '@convite/kernel';
import type { Instance, ProjectIndex } from '../model/instance.ts';

/** How the published form names and writes things of one instance. */
export interface Wording {
  readonly id: (project: ProjectIndex) => string;
  /** Minor units as exact decimal text in units of the currency. */
  readonly money: (minorUnits: bigint) => string;
  /** A fraction of minor units as exact text in units of the currency. */
  readonly fraction: (minorUnits: Rational) => string;
}

export function wordingOf(instance: Instance): Wording {
  const unit = 10n ** BigInt(instance.decimals);
  return {
    id: (project) => instance.projects[project]?.id ?? '',
    money: (minorUnits) => writeMoney(minorUnits, instance.decimals),
    fraction: ({ num, den }) => writeRational({ num, den: den * unit }),
  };
}
