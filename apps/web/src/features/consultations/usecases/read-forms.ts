import { type Calendar, instantOf, parseLocalTime, readCell, readCost } from '@convite/domain';
import { err, ok } from '@convite/kernel';
import type { TerritoryChoice } from '../store-contests.ts';
import type { DraftTitle, DraftUnit } from './correct-draft.ts';
import type { NewConsultation } from './create-consultation.ts';
import { type FormResult, Problems, text, type Typed } from './form-problems.ts';
import type { ContestsRequest } from './make-contests.ts';
import { isZone, localText, offsetsOf } from './zone.ts';

function instantIn(typed: Typed, field: string, zone: string | undefined, problems: Problems): number | undefined {
  const local = parseLocalTime(text(typed, field));
  if (!local.ok) return problems.add(field, 'time');
  if (zone === undefined) return undefined;
  const instant = instantOf(local.value, offsetsOf(zone));
  if (instant.ok) return instant.value;
  return problems.add(field, instant.error.type === 'not_a_time' ? 'time' : instant.error.type);
}

interface ReadCalendar {
  readonly calendar: Calendar;
  readonly zone: string;
}

function calendarIn(typed: Typed, problems: Problems): ReadCalendar {
  const written = text(typed, 'zone');
  const zone = isZone(written) ? written : problems.add('zone', 'zone');
  const opensAt = instantIn(typed, 'opens_at', zone, problems) ?? 0;
  const closesAt = instantIn(typed, 'closes_at', zone, problems) ?? 0;
  const hasComplaints = text(typed, 'complaints_until') !== '';
  const complaintsUntil = hasComplaints ? (instantIn(typed, 'complaints_until', zone, problems) ?? 0) : null;
  return { zone: zone ?? '', calendar: { voting: { opensAt, closesAt }, complaintsUntil } };
}

export function readCalendar(typed: Typed): FormResult<ReadCalendar> {
  const problems = new Problems();
  const read = calendarIn(typed, problems);
  return problems.result(() => read);
}

/** A later end, in the zone of the consultation. */
export function readClosing(typed: Typed, zone: string): FormResult<number> {
  const problems = new Problems();
  const instant = instantIn(typed, 'closes_at', zone, problems);
  return problems.result(() => instant ?? 0);
}

/** A calendar as its form shows it. */
export const calendarTexts = ({ calendar, zone }: ReadCalendar): readonly (readonly [string, string])[] => [
  ['zone', zone],
  ['opens_at', localText(calendar.voting.opensAt, zone)],
  ['closes_at', localText(calendar.voting.closesAt, zone)],
  ['complaints_until', calendar.complaintsUntil === null ? '' : localText(calendar.complaintsUntil, zone)],
];

function titleIn(typed: Typed, known: readonly string[], problems: Problems): DraftTitle {
  const chosen = text(typed, 'languages').split(' ');
  const languages = known.filter((language) => chosen.includes(language));
  if (languages.length === 0) problems.add('languages', 'languages');
  const titles = languages.map((language) => {
    const field = `title_${language}`;
    return [language, nameIn(typed, field, 'title', problems)] as const;
  });
  return { languages, title: Object.fromEntries(titles) };
}

/** @param known languages that the site has. */
export function readTitle(typed: Typed, known: readonly string[]): FormResult<DraftTitle> {
  const problems = new Problems();
  const read = titleIn(typed, known, problems);
  return problems.result(() => read);
}

/** Where the decimals are wrong it takes the most that there may be, so that amounts are looked at all the same. */
function unitIn(typed: Typed, problems: Problems): DraftUnit {
  const currency = text(typed, 'currency');
  if (!/^[A-Z]{3}$/u.test(currency)) problems.add('currency', 'currency');
  const isDecimals = /^[0-6]$/u.test(text(typed, 'decimals'));
  if (!isDecimals) problems.add('decimals', 'decimals');
  return { currency, decimals: isDecimals ? Number(text(typed, 'decimals')) : 6 };
}

export function readUnit(typed: Typed): FormResult<DraftUnit> {
  const problems = new Problems();
  const read = unitIn(typed, problems);
  return problems.result(() => read);
}

/** Title, languages and money as their forms show them. */
export const draftTexts = ({
  title,
  languages,
  currency,
  decimals,
}: DraftTitle & DraftUnit): readonly (readonly [string, string])[] => [
  ['languages', languages.join(' ')],
  ...Object.entries(title).map(([language, text]) => [`title_${language}`, text] as const),
  ['currency', currency],
  ['decimals', String(decimals)],
];

/** @param known languages that the site has. */
export function readConsultation(
  typed: Typed,
  territory: string,
  known: readonly string[],
): FormResult<NewConsultation> {
  const problems = new Problems();
  const named = titleIn(typed, known, problems);
  const slug = text(typed, 'slug');
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/u.test(slug) || slug.length > 60) problems.add('slug', 'slug');
  const unit = unitIn(typed, problems);
  const whole = readCost(text(typed, 'whole'), unit.decimals);
  if (whole === undefined) problems.add('whole', 'amount');
  const { calendar, zone } = calendarIn(typed, problems);
  return problems.result(() => ({
    ...{ territory, slug, zone, calendar, ...named, ...unit },
    whole: whole ?? null,
  }));
}

/** An amount in minor units. */
export function readAmount(typed: Typed, field: string, decimals: number): FormResult<bigint> {
  const amount = readCost(text(typed, field), decimals);
  return amount === undefined || amount === null ? err([{ field, code: 'amount' }]) : ok(amount);
}

/** A name that people read on pages, as a cell of a table is read. */
function nameIn(typed: Typed, field: string, missing: 'title' | 'name', problems: Problems): string {
  const read = readCell(text(typed, field), field, longestName);
  if (!read.ok) problems.add(field, read.error.type === 'too_long' ? missing : 'strange_sign');
  else if (read.value === '') problems.add(field, missing);
  return read.ok ? read.value : '';
}

const longestName = 120;

export function readName(typed: Typed, field: string): FormResult<string> {
  const problems = new Problems();
  const name = nameIn(typed, field, 'name', problems);
  return problems.result(() => name);
}

const levels = ['nation', 'region', 'municipality', 'commune', 'sector'] as const;

/** Where contests of a template are made, and with how much money each. */
export function readContestsRequest(typed: Typed, template: string, decimals: number): FormResult<ContestsRequest> {
  const problems = new Problems();
  const by = text(typed, 'by');
  const level = levels.find((one) => one === text(typed, 'level'));
  if ((by === 'level' || by === 'subtree') && level === undefined) problems.add('level', 'level');
  const listed = by === 'codes' ? codesIn(typed, decimals, problems) : [];
  const choice = choiceOf(by, level ?? '', text(typed, 'inside'), listed);
  if (choice === undefined) problems.add('by', 'where');
  const amount = readCost(text(typed, 'amount'), decimals);
  if (amount === undefined) problems.add('amount', 'amount');
  const byCode = new Map(listed.flatMap(({ code, amount: own }) => (own === null ? [] : [[code, own] as const])));
  const isDivided = (amount !== null && amount !== undefined) || byCode.size > 0;
  const parent = text(typed, 'parent');
  if (isDivided && parent === '') problems.add('parent', 'envelope');
  return problems.result(() => ({
    template,
    choice: choice ?? { by: 'codes', codes: [] },
    each: isDivided ? { parent, amount: amount ?? 0n, byCode } : null,
  }));
}

interface ListedCode {
  readonly code: string;
  readonly amount: bigint | null;
}

function codesIn(typed: Typed, decimals: number, problems: Problems): readonly ListedCode[] {
  const lines = text(typed, 'codes')
    .split(/\r?\n/u)
    .map((line) => line.trim());
  const listed = lines
    .filter((line) => line !== '')
    .map((line) => {
      const [code = '', amount = ''] = line.split(/[;\t]/u).map((part) => part.trim());
      return { code, amount: readCost(amount, decimals) };
    });
  if (listed.length === 0) problems.add('codes', 'codes');
  if (listed.some(({ amount }) => amount === undefined)) problems.add('codes', 'amount');
  return listed.map(({ code, amount }) => ({ code, amount: amount ?? null }));
}

function choiceOf(by: string, level: string, code: string, listed: readonly ListedCode[]): TerritoryChoice | undefined {
  if (by === 'level') return { by, level };
  if (by === 'subtree') return { by, level, code };
  return by === 'codes' ? { by, codes: listed.map((one) => one.code) } : undefined;
}
