import type { TablesMessages } from '../es/tables.ts';
import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('en');

export const tables = (f: Format): TablesMessages => ({
  encoding: 'Encoding',
  encodingHint: 'Leave it if you do not know. It is nearly always recognised.',
  encodings: {
    '': 'Recognise it',
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16',
    'utf-16be': 'UTF-16 (big-endian)',
    'windows-1252': 'Latin-1 or Windows-1252',
  },
  separator: 'What separates the cells',
  separators: { '': 'Recognise it', ',': 'Comma', ';': 'Semicolon', '\t': 'Tab', '|': 'Bar' },

  download: 'Download this table (CSV)',
  downloadOf: (table) => `Download the table “${table}” (CSV)`,
  options: 'Download the options (CSV)',
  problems: 'What to mend',
  where: 'Where',
  what: 'What is wrong and what to do',
  wholeFile: 'The whole file',
  moreProblems: (n) =>
    plural(n, { one: 'And one more that is not shown.', other: `And ${f.count(n)} more that are not shown.` }),
});
