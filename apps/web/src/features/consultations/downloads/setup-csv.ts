import { canonicalJson } from '@convite/kernel';
import { type Columns, csvTable } from '../../../tables/csv.ts';
import type { EnvelopeLine, TemplateLine } from '../pages/views.ts';
import type { StationRecord } from '../store-stations.ts';

/** Tables where people vote with help as CSV, with the hours in each language of the consultation. */
export const stationsCsv = (rows: readonly StationRecord[], languages: readonly string[]): string =>
  csvTable<StationRecord>(
    [
      ['name', ({ name }) => name],
      ['place', ({ place }) => place],
      ...languages.map(
        (language) => [`hours_${language}`, ({ hours }: StationRecord) => hours[language] ?? null] as const,
      ),
      ['id', ({ id }) => id],
    ],
    rows,
  );

const envelopes: Columns<EnvelopeLine> = [
  ['depth', ({ depth }) => depth],
  ['name', ({ name }) => name],
  ['amount', ({ amount }) => amount],
  ['sum_of_parts', ({ sum }) => sum],
  ['contests', ({ contests }) => contests],
  ['id', ({ id }) => id],
];

/** The tree of envelopes as CSV, from the whole down; those of contests are added up under the one they are parts of. */
export const envelopesCsv = (rows: readonly EnvelopeLine[]): string => csvTable(envelopes, rows);

const templates: Columns<TemplateLine> = [
  ['name', ({ name }) => name],
  ['form', ({ template }) => template.form],
  ['most', ({ template }) => template.most],
  ['may_be_blank', ({ template }) => template.mayBeBlank],
  ['rule', ({ template }) => template.rule.rule],
  ['rule_set', ({ template }) => canonicalJson(template.rule)],
  ['rule_hash', ({ hash }) => hash],
  ['contests', ({ contests }) => contests],
  ['id', ({ id }) => id],
];

/** Templates as CSV; the hash of a rule stands there once it is frozen. */
export const templatesCsv = (rows: readonly TemplateLine[]): string => csvTable(templates, rows);
