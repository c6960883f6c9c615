import { type Preparers } from '../consultations/import-tables.ts';
import type { SiteProcess } from '../consultations/site-process.ts';
import { invite, type Member, setUp } from '../consultations/staff-browser.ts';

/** Everybody whom a national consultation takes, each with an account of their own. */
export interface Crew extends Preparers {
  readonly registrars: readonly [Member, Member];
  readonly guarantors: readonly [Member, Member];
  /** In the order of their names, which is that of their places. */
  readonly trustees: readonly Trustee[];
}

export interface Trustee extends Member {
  readonly name: string;
}

/** Two administrators begin the installation and invite all others. */
export async function gatherCrew({ origin, links }: SiteProcess): Promise<Crew> {
  const [first = '', second = ''] = links;
  const administrators = [await setUp(origin, first, 'Ana'), await setUp(origin, second, 'Luis')] as const;
  const person = (name: string, role: string): Promise<Member> => invite(origin, administrators, name, role);
  const trustees: Trustee[] = [];
  for (const name of ['Tania', 'Teresa', 'Tomas']) trustees.push({ ...(await person(name, 'trustee')), name });
  return {
    administrator: administrators[0],
    organiser: await person('Olga', 'organiser'),
    reviewer: await person('Raul', 'reviewer'),
    registrars: [await person('Regina', 'registrar'), await person('Renato', 'registrar')],
    guarantors: [await person('Gloria', 'guarantor'), await person('Gabriel', 'guarantor')],
    trustees,
  };
}
