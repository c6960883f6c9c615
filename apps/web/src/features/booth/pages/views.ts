import type { Station } from '@convite/domain';

/** An option on a ballot paper, ready to be shown. */
export interface PaperOption {
  /** The number that people type. */
  readonly number: number;
  /** In the first language of the consultation: this text is sealed, so it always stands on the page. */
  readonly title: string;
  /** That language, where it is not the one of the page. */
  readonly lang?: string | undefined;
  /** What it is called in the language of the page, where that is another. */
  readonly told?: string | undefined;
  readonly summary: string;
  /** The language of the summary, where it is not the one of the page. */
  readonly summaryLang?: string | undefined;
  /** Exact decimal text in the currency's own unit; `null` where nothing is paid. */
  readonly cost: string | null;
  readonly place: string;
  readonly theme: string;
  /** Taken out after freezing: its number stays empty. */
  readonly isWithdrawn: boolean;
  /** Its place among the answers of the election, counted from 0, and the answer's text: `7. Title`, or the title alone. */
  readonly answer: number;
  readonly text: string;
}

/** Who could open the ballots, for the page on secrecy. */
export interface Trust {
  /** `homomorphic`: totals alone are opened; `mixed`: whole ballots, shuffled. */
  readonly kind: 'homomorphic' | 'mixed';
  /** How many of the trustees are needed; 1 of 1 held by the server in a demo. */
  readonly threshold: number;
  readonly trustees: number;
  readonly isServerKey: boolean;
}

/** A ballot paper of one contest, as the booth shows it. */
export interface Paper {
  readonly consultation: { readonly slug: string; readonly title: string };
  readonly contest: string;
  readonly territory: string;
  readonly state: 'before' | 'open' | 'after' | 'annulled';
  /** ISO instants. */
  readonly opensAt: string;
  readonly closesAt: string;
  readonly complaintsUntil: string | null;
  readonly zone: string;
  /** The unit of money as people write it. */
  readonly currency: string;
  readonly decimals: number;
  readonly isSingle: boolean;
  readonly most: number;
  readonly mayBeBlank: boolean;
  /** In the order in which everyone sees them. */
  readonly options: readonly PaperOption[];
  /** That order came of a public draw. */
  readonly isOrderDrawn: boolean;
  /** Hash of the election's parameters, base64 without padding. */
  readonly fingerprint: string;
  readonly trust: Trust;
  /** Where people vote with help: the way for whoever cannot vote here. */
  readonly stations: readonly Station[];
  /** Other papers of the consultation for which the same code may hold. */
  readonly companions: readonly { readonly contest: string; readonly title: string }[];
  readonly isDemo: boolean;
  /** A code by e-mail is asked for beside the letter. */
  readonly asksMailCode: boolean;
}

/** Whether the options cost money, which decides how they are called. */
export const nounOf = (paper: Paper): 'projects' | 'options' =>
  paper.options.some(({ cost }) => cost !== null) ? 'projects' : 'options';

/** The options that can be chosen. */
export const standing = (paper: Paper): readonly PaperOption[] =>
  paper.options.filter(({ isWithdrawn }) => !isWithdrawn);

/** Addresses around one paper. */
export interface PaperPlaces {
  readonly consultation: string;
  readonly vote: string;
  readonly list: string;
  readonly secrecy: string;
  readonly finished: string;
  readonly findMyVote: string;
  readonly election: string;
  readonly ballots: string;
  /** Where codes by e-mail are asked for, and exchanged. */
  readonly codes: string;
  readonly admissions: string;
}

/** The addresses of a paper; those of the site itself begin with its origin where the booth stands on another. */
export function placesOf(
  { consultation, contest }: Pick<Paper, 'consultation' | 'contest'>,
  site: string,
): PaperPlaces {
  const consultationPath = `/c/${consultation.slug}`;
  const contestPath = `${consultationPath}/contests/${contest}`;
  const vote = `${contestPath}/vote`;
  return {
    consultation: `${site}${consultationPath}`,
    vote,
    list: `${vote}/list`,
    secrecy: `${vote}/secrecy`,
    finished: `${vote}/finished`,
    // The page itself finds the row that the fragment names, or the group in which it stands.
    findMyVote: `${site}${contestPath}/board/codes`,
    election: `${contestPath}/election.json`,
    ballots: `${contestPath}/ballots`,
    codes: `${contestPath}/codes`,
    admissions: `${contestPath}/admissions`,
  };
}

/** The programs of the booth as they are served. */
export interface BoothPrograms {
  readonly booth: ServedProgram;
  readonly worker: ServedProgram;
}

export interface ServedProgram {
  readonly path: string;
  /** Subresource integrity: `sha384-…`. */
  readonly integrity: string;
}

/** What every page of the booth is drawn with. */
export interface BoothProps {
  readonly paper: Paper;
  readonly places: PaperPlaces;
  readonly programs: BoothPrograms;
}
