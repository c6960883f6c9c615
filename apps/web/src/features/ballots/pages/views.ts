/** A board as its page shows it. */
export interface BoardView {
  /** Path of the board. */
  readonly here: string;
  readonly ballots: number;
  /** Length of the archive in bytes. */
  readonly bytes: number;
  /** The first signs by which codes are looked for; none where all stand on one page. */
  readonly groups: readonly CodeGroup[];
  readonly fingerprint: string;
}

export interface CodeGroup {
  readonly prefix: string;
  readonly href: string;
}

/** One page of codes. */
export interface CodesView {
  readonly board: string;
  readonly prefix: string;
  readonly entries: readonly CodeLine[];
}

export interface CodeLine {
  readonly tracker: string;
  /** As receipts show it. */
  readonly shown: string;
  readonly number: number;
  readonly isReplaced: boolean;
}

/** The papers of a consultation that have a board. */
export interface BoardsView {
  readonly here: string;
  readonly search: string;
  readonly boards: readonly { readonly href: string; readonly name: string }[];
  readonly isCut: boolean;
}
