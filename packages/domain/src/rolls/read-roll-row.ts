import { err, ok, type Result } from '@convite/kernel';
import { readCell } from '../tables/cell.ts';
import type { Column, Heading } from '../tables/headings.ts';
import { plainWords } from '../tables/plain-words.ts';
import { type DateOrder, parseDay } from './birth-date.ts';
import { type Eligibility, ineligible, type ProofType, proofTypes } from './eligibility.ts';
import { normalDocument, type RollEntry } from './roll-entry.ts';
import type { RollRowProblem } from './roll-problem.ts';

/** The columns of the file of a roll, with the headings that people use. */
export const rollColumns = {
  name: { also: ['nombre', 'nombre completo', 'full name', 'nombre y apellido', 'nombres y apellidos'] },
  given_name: { also: ['nombres', 'given names', 'first name', 'primer nombre'] },
  family_name: { also: ['apellidos', 'apellido', 'family names', 'last name', 'surname'] },
  birth_date: { also: ['fecha de nacimiento', 'fecha nacimiento', 'nacimiento', 'date of birth', 'birth'] },
  territory: { also: ['territorio', 'codigo de territorio', 'codigo', 'code', 'circuito', 'comuna', 'commune'] },
  document: { also: ['documento', 'cedula', 'cedula de identidad', 'numero de documento', 'dni', 'id number'] },
  proof: { also: ['prueba', 'tipo de prueba', 'proof type', 'acreditacion'] },
  email: { also: ['correo', 'correo electronico', 'e mail', 'mail'] },
  language: { also: ['idioma', 'lengua'] },
  told_apart: { also: ['distincion', 'homonimo', 'namesake', 'se distingue por'] },
  deceased: { also: ['fallecido', 'fallecida', 'difunto', 'defuncion'] },
} as const satisfies Record<string, Column>;
export type RollColumn = keyof typeof rollColumns;

/** Needed in every file; the name may stand in one column or in two. */
export const neededRollColumns = ['birth_date', 'territory', 'proof'] as const;

const limits = { name: 200, birth_date: 40, territory: 64, document: 64, email: 254, other: 64 } as const;

/** What people write for each proof, written plainly. */
const proofWords: Readonly<Record<ProofType, readonly string[]>> = {
  identity_document: ['identity document', 'documento de identidad', 'cedula', 'id card', 'passport', 'pasaporte'],
  utility_bill: ['utility bill', 'recibo de servicios', 'recibo', 'factura de servicios', 'factura'],
  school_or_clinic_card: ['school or clinic card', 'carnet escolar', 'carnet de salud', 'carnet escolar o de salud'],
  two_neighbours: ['two neighbours', 'two neighbors', 'dos vecinos', 'dos vecinas', 'testimonio de dos vecinos'],
  communal_register: ['communal register', 'registro comunal', 'registro del consejo comunal', 'censo comunal'],
  membership: ['membership', 'membresia', 'libro de socios', 'libro de asociados', 'socio', 'socia', 'asociado'],
};
const proofByWord: ReadonlyMap<string, ProofType> = new Map(
  proofTypes.flatMap((proof) => proofWords[proof].map((word) => [word, proof] as const)),
);
const yes: ReadonlySet<string> = new Set([
  '1',
  'x',
  'si',
  's',
  'yes',
  'y',
  'true',
  'verdadero',
  'fallecido',
  'fallecida',
]);
const no: ReadonlySet<string> = new Set(['', '0', 'no', 'n', 'false', 'falso', 'vivo', 'viva', 'alive']);

/** What is left in the plain form of a text. */
const anyWord = /[\p{L}\p{M}\p{N}]/u;
/** Nobody who is alive was born before. */
const earliestBirth = '1880-01-01';
const emailPattern = /^[^\s@<>(),;:"[\]\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u;
const languagePattern = /^(?=.{2,35}$)[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u;

/** How a file is written, and what makes a line of it good. */
export interface RollRules {
  readonly dates: DateOrder;
  readonly eligibility: Eligibility;
  /** Whether there is a territory of this code where the roll is for. */
  readonly knows: (territory: string) => boolean;
}

/** Whether a file has names, in one column or in two. */
export const hasName = ({ places }: Heading<RollColumn>): boolean =>
  places.name !== undefined || (places.given_name !== undefined && places.family_name !== undefined);

/** Reads one line of a roll; everything that is wrong with it. */
export function readRollRow(
  cells: readonly string[],
  heading: Heading<RollColumn>,
  { dates, eligibility, knows }: RollRules,
): Result<RollEntry, readonly RollRowProblem[]> {
  if (cells.length !== heading.width) {
    return err([{ type: 'row_width', found: cells.length, expected: heading.width }]);
  }
  const problems: RollRowProblem[] = [];
  const text = (column: RollColumn, most: number): string => {
    const place = heading.places[column];
    const read = readCell(place === undefined ? '' : (cells[place] ?? ''), column, most);
    if (read.ok) return read.value;
    problems.push(read.error);
    return '';
  };
  const name = nameOf(text('name', limits.name), text('given_name', limits.name), text('family_name', limits.name));
  const birthText = text('birth_date', limits.birth_date);
  const territory = text('territory', limits.territory);
  const document = text('document', limits.document);
  const proofText = text('proof', limits.other);
  const email = text('email', limits.email);
  const language = text('language', limits.other);
  const toldApart = text('told_apart', limits.other);
  const deceased = plainWords(text('deceased', limits.other));
  // What could not be read would only seem to be missing as well.
  if (problems.length > 0) return err(problems);

  const say = (problem: RollRowProblem): void => void problems.push(problem);
  if (!anyWord.test(name)) say({ type: 'no_name' });
  const birth = birthText === '' ? undefined : parseDay(birthText, dates);
  if (birth === undefined) say({ type: 'no_birth_date' });
  else if (!birth.ok) say(birth.error);
  else if (birth.value < earliestBirth) say({ type: 'date_too_early' });
  if (territory === '') say({ type: 'no_territory' });
  else if (!knows(territory)) say({ type: 'unknown_territory', code: territory });
  const proof = proofByWord.get(plainWords(proofText));
  if (proof === undefined) say(proofText === '' ? { type: 'no_proof' } : { type: 'unknown_proof', found: proofText });
  if (document !== '' && normalDocument(document) === '') say({ type: 'empty_document' });
  if (email !== '' && !emailPattern.test(email)) say({ type: 'bad_email' });
  if (language !== '' && !languagePattern.test(language)) say({ type: 'bad_language' });
  if (yes.has(deceased)) say({ type: 'deceased' });
  else if (!no.has(deceased)) say({ type: 'bad_mark' });
  if (birth?.ok === true && proof !== undefined)
    problems.push(...ineligible({ birthDate: birth.value, proof }, eligibility));
  if (problems.length > 0 || birth?.ok !== true || proof === undefined) return err(problems);
  return ok({
    name,
    birthDate: birth.value,
    territory,
    document: document === '' ? null : document,
    proof,
    email: email === '' ? null : email,
    language: language === '' ? null : language,
    toldApart,
  });
}

function nameOf(whole: string, given: string, family: string): string {
  const name = whole === '' ? `${given} ${family}` : whole;
  return wideSpace.test(name) ? name.trim().replaceAll(/\s+/gu, ' ') : name;
}

/** A space that is none between two words, or more than one. */
const wideSpace = /^\s|\s\s|[^\S ]|\s$/u;
