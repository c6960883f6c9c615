/**
 * What the people of the demo do on machines of their own: trustees, registrar and voters. None of it is the server's
 * business, so it is done in a process apart, and what comes back is what such people hand in, and what they keep.
 */
export type PeopleTask =
  /** Trustees make a key together, so many of whom decrypt. */
  | { readonly type: 'ceremony'; readonly names: readonly string[]; readonly threshold: number }
  /** Trustees decrypt the test ballot of a day, each with the key as it is kept. */
  | { readonly type: 'rehearsal'; readonly list: string; readonly keys: readonly string[]; readonly date: string }
  /** The registrar makes a code for each person of the roll, by the order of the site. */
  | { readonly type: 'codes'; readonly order: string; readonly people: readonly DemoPerson[] }
  /** Voters seal their ballots in one contest. */
  | { readonly type: 'ballots'; readonly election: string; readonly voters: readonly SealingVoter[] }
  /** A trustee goes through a work file; `work` and `answer` are paths of files. */
  | {
      readonly type: 'pass';
      readonly key: string;
      readonly work: string;
      readonly answer: string;
      readonly shuffled: readonly OwnShuffles[];
    };

/** SHA-256 of the shuffles that a key has made of an election. */
export interface OwnShuffles {
  readonly uuid: string;
  readonly shuffles: readonly string[];
}

/** Somebody on the roll. */
export interface DemoPerson {
  readonly name: string;
  /** Code of the territory. */
  readonly territory: string;
}

export interface SealingVoter {
  readonly code: string;
  /** Numbers of the options chosen; none is a blank ballot. */
  readonly choices: readonly number[];
}

/** The key of a trustee as it is kept. */
export interface HeldKey {
  readonly name: string;
  /** The text of the key file. */
  readonly file: string;
}

export interface HandedCode extends DemoPerson {
  readonly code: string;
}

export type PeopleAnswer =
  /** What each hands in, round by round, and the key that each keeps. */
  | { readonly type: 'ceremony'; readonly rounds: readonly (readonly string[])[]; readonly keys: readonly HeldKey[] }
  | { readonly type: 'rehearsal'; readonly files: readonly string[] }
  /** `upload` is for the site; the codes are for the people, and the spares for nobody yet. */
  | { readonly type: 'codes'; readonly upload: string; readonly codes: readonly HandedCode[] }
  | { readonly type: 'ballots'; readonly ballots: readonly string[] }
  | { readonly type: 'pass'; readonly shuffled: readonly OwnShuffles[] };
