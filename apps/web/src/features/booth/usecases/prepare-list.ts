import { isFound } from '../../../booth/folded-text.ts';
import { readNumbers } from '../../../booth/typed-numbers.ts';
import type { Paper, PaperOption } from '../pages/views.ts';
import { readMarks, writeMarks } from './carried-marks.ts';

/** What a form without script sends. */
export interface SentList {
  /** The marks of all pages, signed. */
  readonly carried: string;
  /** The options that this page showed, and those of them that are marked. */
  readonly shown: readonly string[];
  readonly marked: readonly string[];
  readonly numbers: string;
  readonly search: string;
  readonly act: 'nums' | 'search' | 'review' | 'page';
  readonly page: number;
}

/** What is shown next. */
export interface PreparedList {
  readonly shows: 'paper' | 'review';
  readonly marked: ReadonlySet<number>;
  readonly carried: string;
  readonly options: readonly PaperOption[];
  readonly page: number;
  readonly pages: number;
  readonly search: string;
  readonly unknown: readonly string[];
  readonly isDamaged: boolean;
  readonly isRefused: boolean;
}

/** So many options stand on one page. */
const perPage = 25;

/** Takes what was marked on one page into the whole, and tells what comes next. Nothing is stored. */
export function prepareList(key: Uint8Array, paper: Paper, sent: SentList): PreparedList {
  const standing = new Set(paper.options.filter(({ isWithdrawn }) => !isWithdrawn).map(({ number }) => number));
  const carried = sent.carried === '' ? new Set<number>() : readMarks(key, paper.contest, sent.carried);
  const typed = readNumbers(sent.numbers, standing);
  const here = sent.marked.map(Number).filter((number) => standing.has(number));
  const newest = [...here, ...typed.known];
  const before = [...(carried ?? [])].filter((number) => standing.has(number) && !sent.shown.includes(String(number)));
  const marked = new Set(paper.isSingle && newest.length > 0 ? newest.slice(-1) : [...before, ...newest]);
  const isRefused = sent.act === 'review' && marked.size > paper.most;
  const isClear = !isRefused && carried !== undefined && typed.unknown.length === 0;
  const found = paper.options.filter(({ title, told = '', place, theme, number }) =>
    isFound(sent.search, `${number} ${title} ${told} ${place} ${theme}`),
  );
  const search = sent.act === 'page' ? '' : sent.search.trim();
  const listed = search === '' ? paper.options : found;
  const pages = search === '' ? Math.max(1, Math.ceil(listed.length / perPage)) : 1;
  const page = Math.min(Math.max(1, sent.page), pages);
  return {
    shows: sent.act === 'review' && isClear ? 'review' : 'paper',
    marked,
    carried: writeMarks(key, paper.contest, marked),
    options: search === '' ? listed.slice((page - 1) * perPage, page * perPage) : listed,
    page,
    pages,
    search,
    unknown: typed.unknown,
    isDamaged: carried === undefined,
    isRefused,
  };
}
