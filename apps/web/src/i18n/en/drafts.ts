import type { DraftsMessages } from '../es/drafts.ts';
import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('en');

/** What is corrected while a consultation is a draft. */
export const drafts = (f: Format): DraftsMessages => ({
  pageTitle: 'Title and calendar',
  titleTitle: 'Title and languages',
  titleRail: 'It can be corrected until the rule is frozen. Envelopes and templates have a name in each language.',
  has_hours: 'Tables with help say their hours in each language. To remove a language, remove the tables first.',
  has_options:
    'Options are written in those languages already. Remove those texts first to remove the language or change the first.',
  unitTitle: 'Currency',
  has_amounts:
    'Amounts are written with this currency and these decimals already. To change it, remove the amounts first.',
  countedIn: (currency, decimals) =>
    plural(decimals, {
      one: `It is counted in ${currency}, with one decimal.`,
      other: `It is counted in ${currency}, with ${f.count(decimals)} decimals.`,
    }),
  toEnvelopes: 'See the envelopes',
  toOptions: 'See the options',
  other_decimals: 'The decimals of the currency have changed meanwhile. Look at the amounts and send them again.',
  renameEnvelope: 'Change a name',
  newName: 'New name',
  remove: 'Remove',
  removeThis: (name) => `Remove ${name}`,
  has_parts: 'That envelope has parts, or a ballot paper spends from it. Remove those first.',
  renameTemplate: 'Change its name',
  has_contests: 'There are ballot papers of that template. Remove them in the control room first.',
});
