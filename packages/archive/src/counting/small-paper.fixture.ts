import type { PaperOfContest } from './contest-paper.ts';

/** A paper of so many options, each dearer than the one before. */
export const paperOf = (count: number, change: Partial<PaperOfContest> = {}): PaperOfContest => ({
  most: count,
  may_be_blank: true,
  envelope: '1000',
  options: Array.from({ length: count }, (_, i) => ({
    number: i + 1,
    title: `Obra ${i + 1}`,
    place: '',
    theme: '',
    cost: String(100 + i),
    withdrawn: false,
  })),
  ...change,
});

/** The same paper with some options withdrawn. */
export const without = (paper: PaperOfContest, numbers: readonly number[]): PaperOfContest => ({
  ...paper,
  options: paper.options.map((option) => ({ ...option, withdrawn: numbers.includes(option.number) })),
});
