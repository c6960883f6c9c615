import { canonicalRuleSet, type CountReport, type RuleSet } from '@convite/counting';
import { csvTable } from '../../../tables/csv.ts';

interface Column {
  readonly name: string;
  readonly type: 'string' | 'number' | 'integer' | 'boolean';
  readonly description: string;
  readonly of: (report: CountReport, project: CountReport['projects'][number]) => string | number | boolean | null;
}

const columns: readonly Column[] = [
  { name: 'id', type: 'string', description: 'Project id, as in the file of ballots.', of: (_, { id }) => id },
  { name: 'name', type: 'string', description: 'Name of the project.', of: (_, { name }) => name },
  {
    name: 'categories',
    type: 'string',
    description: 'Categories, separated by commas.',
    of: (_, { categories }) => categories.join(','),
  },
  {
    name: 'neighbourhood',
    type: 'string',
    description: 'The place that the project is for.',
    of: (_, { neighbourhood }) => neighbourhood,
  },
  { name: 'cost', type: 'number', description: 'Cost, units of the currency.', of: (_, { cost }) => cost },
  { name: 'votes', type: 'integer', description: 'Ballots that name it.', of: (_, { votes }) => votes },
  {
    name: 'points',
    type: 'integer',
    description: 'Summed points, where ballots give points.',
    of: (_, { points }) => points,
  },
  {
    name: 'funded',
    type: 'boolean',
    description: 'Whether it is funded; where lots are required, whether it is whatever they say.',
    of: (_, { funded }) => funded,
  },
  {
    name: 'order',
    type: 'integer',
    description: 'Place in the order of selection, from 1; empty if not funded.',
    of: ({ winners }, { id }) => (winners.includes(id) ? winners.indexOf(id) + 1 : null),
  },
  {
    name: 'reason',
    type: 'string',
    description: 'Why it is not funded: the code of the reason in the JSON report.',
    of: ({ not_funded }, { id }) => not_funded.find((lost) => lost.id === id)?.reason.type ?? null,
  },
];

/** The projects and their fate as CSV. */
export const projectsCsv = (report: CountReport): string =>
  csvTable<CountReport['projects'][number]>(
    columns.map(({ name, of }) => [name, (project) => of(report, project)]),
    report.projects,
  );

/** Describes the table: Data Package, specification 2. */
export const dataPackage = (report: CountReport, recountHash: string): string =>
  JSON.stringify(
    {
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      name: `convite-recount-${recountHash.slice(0, 8)}`,
      title: report.meta['description'] ?? 'Recount',
      id: recountHash,
      resources: [
        {
          name: 'projects',
          type: 'table',
          path: 'projects.csv',
          format: 'csv',
          mediatype: 'text/csv',
          encoding: 'utf-8',
          schema: {
            fields: columns.map(({ name, type, description }) => ({ name, type, description })),
            primaryKey: ['id'],
          },
        },
      ],
    },
    undefined,
    2,
  );

/** The whole rule as the one text that its hash is made of. */
export const ruleText = (ruleSet: RuleSet): string => canonicalRuleSet(ruleSet);
