import type { ChangedPart, FilePlace, Level, TerritoryProblem } from '@convite/domain';
import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('es');

const levels: Readonly<Record<Level, string>> = {
  nation: 'Nación',
  region: 'Región',
  municipality: 'Municipio',
  commune: 'Comuna o circuito',
  sector: 'Sector',
};

const parts: Readonly<Record<ChangedPart, string>> = {
  name: 'nombre',
  level: 'nivel',
  parent: 'territorio superior',
  population: 'población',
  outline: 'contorno',
};

const columns: Readonly<Record<string, string>> = {
  code: 'código',
  parent: 'código superior',
  level: 'nivel',
  name: 'nombre',
  population: 'población',
};
const column = (name: string): string => columns[name] ?? name;

const place = ({ kind, number }: FilePlace, f: Format): string =>
  `${kind === 'line' ? 'línea' : 'elemento'} ${f.count(number)}`;

/** What is wrong, and how to go on. */
function problem(p: TerritoryProblem['problem'], f: Format): string {
  switch (p.type) {
    case 'no_rows':
      return 'No hay ninguna fila con datos. Revise que sea el archivo correcto.';
    case 'missing_column':
      return `Falta la columna “${column(p.column)}”. El archivo tiene: ${f.list(p.found.map((name) => `“${name}”`))}. Póngale ese título a la columna que la contiene.`;
    case 'repeated_column':
      return `La columna “${column(p.column)}” está dos veces. Deje una sola.`;
    case 'broken_quotes':
      return 'Las comillas de esta fila no se cierran, o algo sigue detrás de ellas. Lo que viene después no se leyó. Corrija la fila y vuelva a traer el archivo.';
    case 'not_text':
      return 'Esto no es una tabla de texto. Guárdela como “CSV UTF-8”.';
    case 'spreadsheet':
      return 'Esto es un libro de hoja de cálculo. Ábralo y guárdelo como “CSV UTF-8”.';
    case 'not_geojson':
      return 'Empieza como GeoJSON, pero no es una FeatureCollection en UTF-8. Vuelva a exportarla de su programa de mapas.';
    case 'no_features':
      return 'La colección no tiene elementos.';
    case 'too_many':
      return `Hay más de ${f.count(p.most)} territorios. Traiga el archivo por partes.`;
    case 'bad_feature':
      return 'El elemento no tiene propiedades. Cada uno necesita código, nivel y nombre.';
    case 'row_width':
      return `La fila tiene ${f.count(p.found)} celdas y los títulos son ${f.count(p.expected)}. Suele sobrar o faltar un separador: ponga entre comillas el texto que lo lleva.`;
    case 'no_code':
      return 'Falta el código.';
    case 'no_name':
      return 'Falta el nombre.';
    case 'no_level':
      return 'Falta el nivel.';
    case 'unknown_level':
      return `El nivel “${p.found}” no se conoce. Escriba uno de estos: nación, región, municipio, comuna, sector.`;
    case 'bad_population':
      return `La población “${p.found}” no es un número entero. Escríbala solo con cifras.`;
    case 'strange_sign':
      return `La columna “${column(p.column)}” tiene un signo invisible (${p.sign}). Vuelva a escribir la celda a mano.`;
    case 'lost_sign':
      return `La columna “${column(p.column)}” perdió letras: la codificación no es la que se leyó. Guarde el archivo como “CSV UTF-8” o elija la codificación.`;
    case 'too_long':
      return `La columna “${column(p.column)}” pasa de ${f.count(p.most)} signos.`;
    case 'repeated_code':
      return `El código “${p.code}” ya está en la ${place(p.first, f)}. Cada código va una sola vez.`;
    case 'unknown_parent':
      return `El código superior “${p.parent}” no está ni en el archivo ni entre los territorios guardados. Agréguelo, o corrija el código.`;
    case 'circle':
      return `Estos territorios se contienen en círculo: ${p.codes.join(' → ')}. Corrija el código superior de uno de ellos.`;
    case 'level_not_below':
      return `Un territorio de nivel “${levels[p.level]}” no puede estar dentro de “${p.parent}”, que es de nivel “${levels[p.parentLevel]}”.`;
    case 'level_not_above':
      return `Como “${levels[p.level]}” no puede contener a “${p.child}”, ya guardado como “${levels[p.childLevel]}”.`;
    case 'repeated_name':
      return `“${p.name}” ya es el nombre de “${p.other}”, que está en el mismo territorio. Distíngalos, por ejemplo con un número.`;
    case 'outline_kind':
      return `El contorno es de tipo “${p.found}”. Tiene que ser Polygon o MultiPolygon, o no haber ninguno.`;
    case 'outline_shape':
      return 'El contorno no tiene la forma de un polígono de GeoJSON. Vuelva a exportarlo de su programa de mapas.';
    case 'ring_short':
      return 'Un anillo del contorno necesita tres puntos distintos por lo menos, y el primero repetido al final.';
    case 'ring_open':
      return 'Un anillo del contorno no se cierra: el último punto tiene que ser igual al primero.';
    case 'position_off_earth':
      return `El punto ${p.at} no está en la Tierra. GeoJSON escribe primero la longitud (−180 a 180) y después la latitud (−90 a 90), en grados.`;
    case 'ring_crosses':
      return `El contorno se cruza o se toca a sí mismo cerca de ${p.at}. Repárelo con su programa de mapas.`;
    case 'outline_too_fine':
      return `El contorno tiene demasiados puntos para revisarlo (el máximo es ${f.count(p.most)}, menos si es muy enredado). Simplifíquelo con su programa de mapas.`;
  }
}

/** The tree of territories and bringing it: source texts. */
export const territories = (f: Format) => ({
  levels,
  title: 'Territorios',
  lead: 'El árbol de lugares que la instalación conoce: de la nación al sector. Las consultas, los derechos del personal y el padrón se apoyan en él.',
  empty: 'Todavía no hay territorios. Traiga una tabla o un mapa para empezar.',
  importGo: 'Traer territorios',
  search: 'Buscar por nombre o código',
  searchGo: 'Buscar',
  found: (n: number, words: string) =>
    plural(n, {
      one: `Un territorio con “${words}”`,
      many: `${f.count(n)} de territorios con “${words}”`,
      other: `${f.count(n)} territorios con “${words}”`,
    }),
  foundMore: (n: number) => `Se muestran los primeros ${f.count(n)}. Escriba algo más para acotar.`,
  roots: 'Raíces',
  inside: 'Dentro',
  nothingInside: 'No tiene territorios dentro.',
  level: 'Nivel',
  code: 'Código',
  name: 'Nombre',
  population: 'Población',
  below: 'Territorios dentro',
  unknown: 'no consta',
  outline: 'Contorno',
  outlineYes: 'guardado',
  outlineNo: 'no hay',
  range: (from: number, to: number, all: number) => `${f.count(from)} a ${f.count(to)} de ${f.count(all)}`,
  before: 'Anteriores',
  after: 'Siguientes',
  exports: 'Llevarse el árbol',
  exportsRail: 'Completo, con los códigos como los trajo su fuente. El mismo archivo se puede volver a traer.',
  exportCsv: 'Tabla (CSV)',
  exportGeoJson: 'Mapa (GeoJSON)',

  bringTitle: 'Traer territorios',
  bringLead: 'Se revisa todo el archivo y se muestra qué cambiaría. Nada cambia hasta que usted lo aplique.',
  file: 'Tabla CSV o mapa GeoJSON',
  fileHint: (size: string) =>
    `Hasta ${size}. Columnas: código, código superior, nivel, nombre y, si la hay, población. Los nombres de columna valen en español y en inglés.`,
  fileMissing: 'Elija un archivo.',
  fileTooLarge: (size: string) => `El archivo pasa de ${size}. Simplifique los contornos o tráigalo por partes.`,
  fileBroken: 'El archivo no llegó completo. Tráigalo otra vez.',
  fileTooSlow: 'Revisar el archivo tomó demasiado tiempo. Simplifique los contornos o tráigalo por partes.',
  fileProblems: (n: number) =>
    plural(n, {
      one: 'Hay un problema en el archivo. No se guardó nada.',
      many: `Hay ${f.count(n)} de problemas en el archivo. No se guardó nada.`,
      other: `Hay ${f.count(n)} problemas en el archivo. No se guardó nada.`,
    }),
  check: 'Revisar el archivo',

  place: (at: FilePlace) => (at.kind === 'line' ? `Línea ${f.count(at.number)}` : `Elemento ${f.count(at.number)}`),
  problem: (p: TerritoryProblem['problem']) => problem(p, f),

  previewTitle: 'Qué cambiaría',
  previewFrom: (name: string) => `Archivo “${name}”`,
  previewCounts: (added: number, changed: number) =>
    added + changed === 0
      ? 'El archivo no cambia nada: todo lo que dice ya está guardado.'
      : `Se agregarían ${f.count(added)} y cambiarían ${f.count(changed)}.`,
  previewSame: (same: number, untouched: number) =>
    `Quedan igual ${f.count(same)} del archivo y ${f.count(untouched)} que no están en él.`,
  previewIgnored: (names: readonly string[]) => `No se usan estas columnas: ${f.list(names)}.`,
  added: (n: number) => `Se agregarían (${f.count(n)})`,
  changed: (n: number) => `Cambiarían (${f.count(n)})`,
  changes: 'Cambios',
  change: (part: ChangedPart, from: string, to: string) => `${parts[part]}: ${from} → ${to}`,
  changeOutline: `${parts.outline} nuevo`,
  listed: (n: number) => `Se muestran los primeros ${f.count(n)}.`,
  apply: 'Aplicar',
  applyNothing: 'Volver a los territorios',
  refusals: {
    gone: 'Este archivo ya se aplicó o se olvidó: se guarda un día. Tráigalo otra vez.',
    no_longer_fits: 'Los territorios cambiaron desde que trajo el archivo, y ya no encaja. Abajo dice dónde.',
  },
  movesInUse: (codes: readonly string[]) =>
    `No se puede mover de lugar lo que ya está en uso: ${f.list(codes)}. Tiene derechos, votaciones o personas del padrón, que se moverían con él. Quítelos antes, o deje el código superior como está.`,
  goneTitle: 'Este archivo ya no está',
});
export type TerritoriesMessages = ReturnType<typeof territories>;
