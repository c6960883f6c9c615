import type { Encoding, Separator } from '@convite/domain';
import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('es');

/** What is asked and said of any file of rows that staff bring. */
export const tables = (f: Format) => ({
  encoding: 'Codificación',
  encodingHint: 'Déjela así si no sabe. Se reconoce sola casi siempre.',
  encodings: {
    '': 'Reconocerla',
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16',
    'utf-16be': 'UTF-16 (big-endian)',
    'windows-1252': 'Latin-1 o Windows-1252',
  } satisfies Record<'' | Encoding, string>,
  separator: 'Separador de las celdas',
  separators: {
    '': 'Reconocerlo',
    ',': 'Coma',
    ';': 'Punto y coma',
    '\t': 'Tabulador',
    '|': 'Barra',
  } satisfies Record<'' | Separator, string>,

  download: 'Descargar esta tabla (CSV)',
  downloadOf: (table: string) => `Descargar la tabla «${table}» (CSV)`,
  options: 'Descargar las opciones (CSV)',
  problems: 'Qué corregir',
  where: 'Dónde',
  what: 'Qué pasa y qué hacer',
  wholeFile: 'Todo el archivo',
  moreProblems: (n: number) =>
    plural(n, {
      one: 'Y uno más, que no se muestra.',
      many: `Y ${f.count(n)} de problemas más, que no se muestran.`,
      other: `Y ${f.count(n)} más, que no se muestran.`,
    }),
});

export type TablesMessages = ReturnType<typeof tables>;
