import type { Browser } from 'playwright-core';
import { translationOf } from '../../apps/web/src/i18n/translation.ts';
import type { Clerk } from './clerk.ts';
import type { Installation } from './installation.ts';
import { employ, type Office } from './office.ts';

const t = translationOf('es');
const words = t.controlRoom;

export const title = 'Obras de Puerto Solana';
export const slug = 'obras-2027';
const city = { code: 'PS', name: 'Puerto Solana' } as const;
export const communes = ['PS-1', 'PS-2'] as const;
const hour = 3_600_000;

/** Who prepares and guards a consultation. */
export interface Crew {
  readonly organiser: Clerk;
  readonly reviewer: Clerk;
  readonly guarantors: readonly [Clerk, Clerk];
  readonly registrars: readonly [Clerk, Clerk];
  readonly trustees: readonly Clerk[];
}

/** A consultation of which nothing is prepared but its calendar. */
export interface Consultation {
  readonly site: Installation;
  readonly browser: Browser;
  readonly crew: Crew;
  readonly opensAt: number;
  readonly closesAt: number;
}

/** Brings the territories, and employs everybody in them. */
export async function employCrew(office: Office): Promise<Crew> {
  const [administrator] = office.administrators;
  const content = [
    'código,superior,nivel,nombre',
    `${city.code},,municipio,${city.name}`,
    `${communes[0]},${city.code},comuna,La Enramada`,
    `${communes[1]},${city.code},comuna,Los Tres Puentes`,
  ].join('\n');
  await administrator.arrivesAt(t.accounts.territories, t.territories.importGo);
  await administrator.sends(t.territories.check, { [t.territories.file]: { name: 'territorios.csv', content } });
  await administrator.sends(t.territories.apply);
  const person = (name: string, role: Parameters<typeof employ>[2]): Promise<Clerk> =>
    employ(office, name, role, city.code);
  return {
    organiser: await person('Olga', 'organiser'),
    reviewer: await person('Raul', 'reviewer'),
    guarantors: [await person('Gloria', 'guarantor'), await person('Gabriel', 'guarantor')],
    registrars: [await person('Regina', 'registrar'), await person('Renato', 'registrar')],
    trustees: [await person('Tania', 'trustee'), await person('Teresa', 'trustee'), await person('Tomas', 'trustee')],
  };
}

/** What is typed for an instant, in a zone four hours behind Greenwich. */
export const typed = (at: number): string => new Date(at - 4 * hour).toISOString().slice(0, 16);

/** One work by totals in each commune, two of which lead in the first; several by equal shares in the whole city. */
const templates = [
  {
    name: 'Una obra',
    level: words.levels.commune,
    amount: '1000',
    rule: {
      [t.consultations.forms.choose_one]: true,
      [words.most]: '1',
      [t.rules.names.greedy]: true,
      [words.maximumWinners]: '1',
    },
    options: [
      `${communes[0]};1;Pozo y bomba;;1000;;`,
      `${communes[0]};2;Techo del mercado;;1000;;`,
      `${communes[0]};3;Luces en la cancha;;1000;;`,
      `${communes[1]};1;Puente peatonal;;1000;;`,
      `${communes[1]};2;Parada techada;;800;;`,
    ],
  },
  {
    name: 'Varias obras',
    level: words.levels.municipality,
    amount: '1500',
    rule: {
      [t.consultations.forms.approval]: true,
      [words.most]: '3',
      [t.rules.names['equal-shares']]: true,
      [words.completion]: words.completions['add1-greedy'],
      [words.maximumWinners]: '',
    },
    options: [
      `${city.code};1;Bancos en la plaza;;900;;`,
      `${city.code};2;Puente nuevo;;1200;;`,
      `${city.code};3;Farolas;;300;;`,
    ],
  },
] as const;

/** From an empty table to rules that two people froze. */
export async function prepareContests({ site, browser }: Office, crew: Crew): Promise<Consultation> {
  const { organiser, reviewer, guarantors } = crew;
  const [opensAt, closesAt] = [site.clock.now.getTime() + 4 * hour, site.clock.now.getTime() + 12 * hour];
  await organiser.arrivesAt(t.accounts.newConsultation, city.name);
  await organiser.sends(words.create, {
    ...{ Español: true, [words.nameIn(t.format.language('es'))]: title, [words.slug]: slug },
    ...{ [words.currency]: 'VES', [words.decimals]: '2', [words.wholeAmount]: '3500' },
    ...{ [words.zone]: 'America/Caracas', [words.opensAt]: typed(opensAt), [words.closesAt]: typed(closesAt) },
  });
  for (const template of templates) await makePapers(organiser, template);
  await reviewer.arrivesAt(t.accounts.taskSays.approval(8), words.works.approve_options);
  await reviewer.sends(words.doIt);
  await reviewer.waits();
  const [guarantor, second] = guarantors;
  await guarantor.arrivesAt(t.accounts.taskSays.freeze());
  await guarantor.sends(words.propose, { [words.reason]: 'Todo está revisado.' });
  await second.agreesTo(t.consultations.acts.freezeTitle(title));
  return { site, browser, crew, opensAt, closesAt };
}

/** The papers of one template, with their options. */
async function makePapers(organiser: Clerk, { name, level, amount, rule, options }: (typeof templates)[number]) {
  await organiser.arrivesAt(title, words.step.templates);
  await organiser.sends(words.addTemplate, { [words.templateName]: name });
  await organiser.sends(words.save, { ...rule, [words.blankYes]: true, [words.tieChoices.lots]: true });
  await organiser.follow(words.makeContests);
  await organiser.sends(words.make, { [words.whereLevel]: true, [words.level]: level, [words.eachAmount]: amount });
  await organiser.follow(words.back, words.step.options);
  const content = ['código;número;título;resumen;costo;lugar;tema', ...options].join('\n');
  await organiser.sends(words.load, { [words.template]: name, [words.file]: { name: 'opciones.csv', content } });
}
