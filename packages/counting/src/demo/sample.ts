import type { InTwoLanguages } from './la-enramada.ts';

export type SampleLanguage = 'es' | 'en';

/** A vote that comes with the project, to try the count on. Places and people are invented. */
export interface Sample {
  /** Lower case letters and hyphens; the name of the file without its ending. */
  readonly id: string;
  readonly title: InTwoLanguages;
  /** One sentence on what can be learned from it. */
  readonly lesson: InTwoLanguages;
  /** The `.pb` text. */
  readonly text: (language: SampleLanguage) => string;
}
