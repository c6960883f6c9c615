import type { ContestTemplate, Station } from '@convite/domain';

/** A text in the languages of the demo, Spanish being the source. */
export interface InTwoLanguages extends Readonly<Record<string, string>> {
  readonly es: string;
  readonly en: string;
}

export interface PlannedOption {
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  /** `null`: no money is divided. */
  readonly cost: number | null;
  readonly place: string;
  readonly theme: string;
}

/** One paper, in one territory. */
export interface PlannedPaper {
  readonly name: InTwoLanguages;
  /** Code of its territory. */
  readonly territory: string;
  readonly template: ContestTemplate;
  /** What it may spend. */
  readonly amount: bigint | null;
  readonly options: readonly PlannedOption[];
}

/** Somebody on the roll, and how they vote on each paper, in the turn of the plan. */
export interface PlannedVoter {
  readonly name: string;
  readonly birthDate: string;
  readonly territory: string;
  /** Places of the options; null: this person does not vote on that paper. */
  readonly choices: readonly (readonly number[] | null)[];
  /** Whether the code of this person is for whoever tries the demo. */
  readonly isOffered: boolean;
}

/** A consultation of the demo, as the people of the demo will make it. */
export interface PlannedConsultation {
  readonly slug: string;
  readonly title: InTwoLanguages;
  readonly territory: string;
  readonly papers: readonly PlannedPaper[];
  /** Where people vote with help. */
  readonly stations: readonly Station<InTwoLanguages>[];
  readonly voters: readonly PlannedVoter[];
}
