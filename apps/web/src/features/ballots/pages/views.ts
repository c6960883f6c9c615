/** What tells a board from the others: a place may have two papers. */
export interface BoardName {
  readonly place: string;
  /** The territory above. */
  readonly above: string | null;
  readonly paper: string;
}

/** The same, under the title of its consultation. */
export interface NamedBoard extends BoardName {
  readonly title: string;
}

/** A board as its page shows it. */
export interface BoardView {
  /** Short name of the consultation in addresses. */
  readonly slug: string;
  /** Null where its files do not tell. */
  readonly name: NamedBoard | null;
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
  readonly slug: string;
  readonly name: NamedBoard | null;
  /** Path of the board. */
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
  readonly slug: string;
  /** Of the consultation. */
  readonly title: string;
  readonly search: string;
  readonly boards: readonly (BoardName & { readonly href: string })[];
  readonly isCut: boolean;
}
