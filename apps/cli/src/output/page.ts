import type { CountReport } from '@convite/counting';
import type { Words } from '../words/words.ts';
import { shortened, wrapped } from './lines.ts';
import { printable } from './printable.ts';

/** A line of human output; what a page says first is set off where the terminal can. */
export type PageLine = string | { readonly type: 'heading' | 'title' | 'answer' | 'refusal'; readonly text: string };

/** What every part of a page is written with. */
export interface PageContext {
  readonly report: CountReport;
  readonly words: Words;
  /** Columns of the page. */
  readonly width: number;
  /** A project in a sentence: its name, shortened, with its id. */
  readonly name: (id: string) => string;
  readonly project: (id: string) => CountReport['projects'][number] | undefined;
  /** An exact amount with its currency. */
  readonly money: (text: string) => string;
  /** An exact fraction of money, cut off at the decimals that people use. */
  readonly share: (text: string) => string;
  readonly paragraph: (text: string, indent?: string) => readonly string[];
}

const longestNameInSentence = 48;

export function pageContext(report: CountReport, words: Words, width: number): PageContext {
  const projects = new Map(report.projects.map((project) => [project.id, project]));
  const currency = printable(report.currency);
  const { figures } = words;
  return {
    report,
    words,
    width,
    project: (id) => projects.get(id),
    name: (id) => {
      const name = projects.get(id)?.name;
      const known = name === undefined || name === null ? '' : printable(name);
      return known === '' ? printable(id) : `${shortened(known, longestNameInSentence)} (${printable(id)})`;
    },
    money: (text) => `${figures.decimal(text)}\u00a0${currency}`,
    share: (text) => `${figures.fraction(text, Math.max(2, report.decimals))}\u00a0${currency}`,
    paragraph: (text, indent = '') => wrapped(text, width, indent),
  };
}

export const heading = (text: string): readonly PageLine[] => ['', { type: 'heading', text }];
