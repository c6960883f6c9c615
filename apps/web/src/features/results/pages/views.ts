import type { CountReport, ToldSwitches } from '@convite/counting';
import type { StatedDelay } from '@convite/domain';
import type { Supporters } from '../../../report/report-views.ts';

/** What every page about a result says of its consultation. */
export interface ResultHead {
  readonly slug: string;
  readonly title: string;
  readonly stage: 'provisional' | 'certified';
  readonly zone: string;
  /** ISO instant until which complaints are heard; null where none is set, or once it is certified. */
  readonly complaintsUntil: string | null;
  /** The unit of money as people write it. */
  readonly unit: string;
  readonly decimals: number;
}

/** A text of the archive in the language of the page, or else in the first of its consultation. */
export interface ReadText {
  readonly text: string;
  /** Its language, where it is not the one of the page. */
  readonly lang: string | undefined;
}

/** An archive to take home. */
export interface ArchiveFile {
  readonly bytes: number;
  readonly sha256: string;
  readonly manifestHash: string;
}

/** A territory and the sums of all below it. */
export interface TerritorySums {
  readonly code: string;
  readonly name: string;
  readonly contests: number;
  /** Contests with a result. */
  readonly decided: number;
  readonly withheld: number;
  readonly annulled: number;
  /** People who could vote in the contests with a result. */
  readonly eligible: number;
  readonly ballots: number;
  readonly blank: number;
  readonly spoilt: number;
  readonly winners: number;
  /** Exact decimal; null where no money is divided. */
  readonly cost: string | null;
}

export type ContestResultState = 'provisional' | 'certified' | 'withheld' | 'annulled' | 'lots_required';

/** A contest in the list of its territory. */
export interface ListedResult {
  readonly id: string;
  readonly name: ReadText;
  readonly state: ContestResultState;
  readonly ballots: number | null;
  /** People who could vote; null where no election was set up. */
  readonly eligible: number | null;
  /** Titles of what won, the first in order; and how many more. */
  readonly winners: readonly ReadText[];
  readonly more: number;
}

/** Part of a long list. */
export interface Part<T> {
  readonly shown: readonly T[];
  readonly page: number;
  readonly perPage: number;
  readonly total: number;
}

/** The result of a consultation, or of a part of its territory tree. */
export interface TerritoryResultView {
  readonly head: ResultHead;
  /** Null for the whole consultation. */
  readonly code: string | null;
  readonly sums: TerritorySums;
  /** Territories above it, from the top. */
  readonly above: readonly { readonly code: string; readonly name: string }[];
  readonly below: Part<TerritorySums>;
  readonly contests: Part<ListedResult>;
  readonly file: ArchiveFile;
  /** Archives of before there were protocols have none. */
  readonly hasProtocol: boolean;
  readonly hasLots: boolean;
}

/** The lines of a contest in a protocol; null for what was not opened, or what there was none of. */
export interface ProtocolLines {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly state: ContestResultState;
  readonly roll: { readonly people: number; readonly added: number } | null;
  readonly codes: { readonly made: number; readonly spare: number } | null;
  readonly board: { readonly events: number; readonly head: string; readonly ballots: number } | null;
  /** Who decrypted, by number and name; and how many of how many had to. */
  readonly present: readonly { readonly number: number; readonly name: string | null }[];
  readonly key: readonly { readonly threshold: number; readonly members: number }[];
  readonly counted: number | null;
  readonly blank: number | null;
  readonly spoilt: number | null;
  readonly rule: string;
  readonly options: readonly {
    readonly number: number;
    /** As it was sealed. */
    readonly title: ReadText;
    /** What it is called in the language of the page, where that is another. */
    readonly told: string | undefined;
    readonly withdrawn: boolean;
    readonly votes: number | null;
    readonly won: boolean;
  }[];
}

/** The result protocol on paper, part of its contests at a time. */
export interface ProtocolView {
  readonly head: ResultHead;
  readonly file: ArchiveFile;
  readonly roll: { readonly version: number; readonly entries: number; readonly commitment: string } | null;
  readonly seed: string | null;
  readonly contests: Part<ProtocolLines>;
}

/** How a tie was settled by lot. */
export interface LotView {
  readonly seed: string;
  readonly how: string;
  /** ISO instant. */
  readonly drawnAt: string;
  readonly tied: readonly (readonly string[])[];
  readonly drawn: readonly { readonly id: string; readonly lot: string }[];
}

/** What would have changed the fate of each option, by its number, as far as it is known. */
export interface SwitchSearch {
  /** `searching`: more comes by itself. `given_up`: what is not found will not be. */
  readonly state: 'done' | 'searching' | 'given_up';
  readonly found: Readonly<Record<string, ToldSwitches>>;
  /** Options that are answered, of those that can be asked about. */
  readonly done: number;
  readonly options: number;
}

/** The result of one contest. */
export interface ContestResultView {
  readonly head: ResultHead;
  readonly id: string;
  readonly name: string;
  readonly place: string;
  /** Its territory and those above it, from the top. */
  readonly above: readonly { readonly code: string; readonly name: string }[];
  readonly state: ContestResultState;
  readonly annulled: { readonly reason: string; readonly at: string } | null;
  /** Fewest ballots that are published by themselves. */
  readonly least: number;
  /** People of the frozen roll who could vote here, and who were added later; null where no election was set up. */
  readonly slice: { readonly people: number; readonly added: number } | null;
  readonly opened: 'totals' | 'ballots' | null;
  /** Whether the count knows of each ballot what it names: then it can be told who was served. */
  readonly knowsBallots: boolean;
  readonly spoilt: number;
  readonly hasMoney: boolean;
  /** Null without a result. */
  readonly report: CountReport | null;
  /** What options are called in the language of the page, by their numbers, where that is not the sealed title. */
  readonly told: Readonly<Record<string, string>>;
  /** How the supporters of each option fared, by its number; null where nobody can see it. */
  readonly supporters: Readonly<Record<string, Supporters>> | null;
  /** Null where nothing can be looked for. */
  readonly switches: SwitchSearch | null;
  readonly withdrawn: readonly ReadText[];
  readonly lot: LotView | null;
  readonly file: ArchiveFile;
  readonly rule: string;
  readonly fingerprint: string | null;
  readonly headHash: string | null;
}

/** Why figures are not shown. */
export type ResultFault =
  | 'missing'
  | 'index_changed'
  | 'manifest_changed'
  | 'archive_changed'
  | 'state'
  | 'outcome'
  | 'lots'
  | 'switches_changed'
  | 'board'
  | 'paper'
  | 'contests';

export interface RefusedResultView {
  readonly slug: string;
  readonly title: string;
  readonly fault: ResultFault;
  /** The contest was annulled after publication: an archive is being made anew. */
  readonly annulledSince: boolean;
  readonly file: ArchiveFile;
}

/** How a lot was announced, and what was drawn. */
export interface LotsPageView {
  readonly slug: string;
  readonly title: string;
  readonly zone: string;
  /** The last first. */
  readonly announcements: readonly { readonly how: string; readonly drawsAt: string; readonly announcedAt: string }[];
  readonly draw: { readonly seed: string; readonly how: string; readonly drawnAt: string } | null;
  readonly waiting: readonly { readonly id: string; readonly code: string; readonly name: string }[];
}

/** A check that something fails: where, and what the program says of it, in English. */
export interface FoundFault {
  readonly check: string;
  readonly place: string;
  readonly says: string;
}

/** What staff see of the way to a result. */
export interface ResultRoomView {
  readonly slug: string;
  readonly title: string;
  readonly stage: 'provisional' | 'certified' | null;
  readonly isPublic: boolean;
  readonly states: {
    readonly all: number;
    readonly counted: number;
    readonly waitingCount: number;
    readonly waitingLots: number;
    readonly withheld: number;
    readonly annulled: number;
    readonly elsewhere: number;
  };
  /** The state by which the control room lists the same contests; null where there are none, or of several states. */
  readonly listed: Readonly<
    Record<'counted' | 'waitingCount' | 'waitingLots' | 'withheld' | 'annulled' | 'elsewhere', string | null>
  >;
  readonly troubles: readonly {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly fault: FoundFault;
  }[];
  readonly archive: {
    readonly status: 'making' | 'verified' | 'refused' | 'published' | 'replaced';
    readonly stage: 'provisional' | 'certified';
    readonly done: number;
    readonly contests: number;
    /** The disk is full; it is tried again. */
    readonly waitsForRoom: boolean;
    readonly file: ArchiveFile | null;
    readonly refusal: readonly FoundFault[];
  } | null;
  /** An archive for the next step may be made. */
  readonly mayMake: boolean;
  /** What two people may do now with the archive. */
  readonly mayPropose: 'provisional' | 'certified' | null;
  /** The act in which one of them has proposed it. */
  readonly proposed: string | null;
  /** There is no result, and it comes later than it should. */
  readonly isLate: boolean;
  /** Why there is no result yet, as long as there is none; null where nobody waits for one. */
  readonly delays: readonly StatedDelay[] | null;
  readonly zone: string;
  readonly busy: boolean;
}
