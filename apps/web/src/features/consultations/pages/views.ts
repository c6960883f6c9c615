import type { RuleSet } from '@convite/counting';
import type {
  CalendarProblem,
  ConsultationState,
  ContestState,
  ContestTemplate,
  EnvelopeProblem,
  FreezingProblem,
  HeadingProblem,
  OpeningProblem,
  OptionTableProblem,
  QuestionKind,
  StatedDelay,
  Station,
  TemplateProblem,
} from '@convite/domain';

/** What a contest needs next; none while it only waits for the clock. */
export type Need =
  | 'fault'
  | 'lots'
  | 'no_options'
  | 'cost'
  | 'no_voters'
  | 'approval'
  | 'waiver'
  | 'no_election'
  | 'trustees';

/** What every page about a consultation begins with; its title in the language of the page. */
export interface Head {
  readonly slug: string;
  readonly title: string;
  readonly status: ConsultationState;
  /** Instants as ISO texts. */
  readonly opensAt: string;
  readonly closesAt: string;
  readonly zone: string;
  readonly unit: string;
  readonly decimals: number;
  readonly isDemo: boolean;
}

export interface RoomLine {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly above: string | null;
  /** Null where the consultation has one template alone. */
  readonly template: string | null;
  readonly status: ContestState;
  readonly need: Need | null;
  readonly options: number;
  readonly approved: number;
  readonly voters: number;
  readonly turnout: number | null;
  /** Ballots that count, and trustees who have opened their part; null before the encrypted tally. */
  readonly counted: number | null;
  readonly signed: number | null;
}

export interface Group {
  /** A need, or the state of those that need nothing. */
  readonly is: { readonly need: Need } | { readonly status: ContestState };
  readonly contests: number;
  readonly options: number;
  readonly voters: number;
}

export type StepName =
  | 'calendar'
  | 'envelopes'
  | 'templates'
  | 'contests'
  | 'options'
  | 'stations'
  | 'second_factor'
  | 'order'
  | 'freeze'
  | 'roll'
  | 'trustees'
  | 'preparation'
  | 'vote'
  | 'tally';

export interface Step {
  readonly name: StepName;
  /** Null for whoever may not look at it. */
  readonly href: string | null;
  /** `off` for what nobody has to use. */
  readonly is: 'done' | 'open' | 'wrong' | 'frozen' | 'off';
}

/** What the address of the control room asks for, as it came. */
export interface RoomQuery {
  readonly state: string;
  readonly template: string;
  readonly below: string;
  readonly words: string;
  readonly page: number;
}

export const roomFields = { state: 's', template: 't', below: 'r', words: 'q', page: 'p' } as const;

/** What the table can be narrowed to. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface RoomView {
  readonly head: Head;
  /** Where the filters are sent, and what the other addresses begin with. */
  readonly address: string;
  readonly query: RoomQuery;
  readonly lines: readonly RoomLine[];
  readonly total: number;
  readonly perPage: number;
  /** Contests that whoever looks may see, whatever the filter leaves in. */
  readonly contests: number;
  /** Those in the territory and of the template that are asked for, added up. */
  readonly groups: readonly Group[];
  /** None where there is one template alone. */
  readonly templates: readonly Named[];
  /** The way from the top down to the territory that was chosen, and what can be chosen inside it. */
  readonly territories: { readonly way: readonly Named[]; readonly inside: readonly Named[] };
  readonly steps: readonly Step[];
  /** How many hold the key and are ready with it; null where nobody holds one yet. */
  readonly trustees: { readonly all: number; readonly rehearsed: number } | null;
  /** How many of them must open each contest; null while people vote. */
  readonly needed: number | null;
  /** Works that make sense in its state. */
  readonly works: readonly WorkName[];
  /** Two people may annul contests of it. */
  readonly mayAnnul: boolean;
  /** Whoever looks keeps the roll of a part of it, not of the whole. */
  readonly hasRollOfPart: boolean;
  /** Which contests fit the filter, on all pages, as a hash. */
  readonly set: string;
}

export type WorkName = 'approve_options' | 'sign_waivers' | 'remove_contests';

/** Contests that two people may annul together. */
export interface AnnulManyView {
  readonly head: Head;
  readonly query: RoomQuery;
  readonly total: number;
  /** Which contests these are, to be sent back. */
  readonly set: string;
  readonly first: readonly RoomLine[];
  /** The proposal that waits for a second person. */
  readonly waiting: string | null;
}

export interface BulkView {
  readonly head: Head;
  readonly work: WorkName;
  readonly query: RoomQuery;
  readonly total: number;
  /** Which contests they are, as a hash: what is asked for is asked for these. */
  readonly set: string;
  readonly first: readonly RoomLine[];
  readonly isOld: boolean;
}

export interface WorkView {
  readonly head: Head;
  readonly work: WorkName;
  readonly of: number;
  readonly done: number;
  readonly changed: number;
  readonly isOver: boolean;
}

export interface OptionLine {
  readonly number: number;
  /** In the first language of the consultation, as it is sealed. */
  readonly title: string;
  readonly summary: string;
  /** That language, where it is not the one of the page. */
  readonly lang?: string | undefined;
  /** What it is called in the language of the page, where that is another. */
  readonly told?: string | undefined;
  /** The language of the summary, where it is not the one of the page. */
  readonly summaryLang?: string | undefined;
  /** In units of the currency; null where it has none. */
  readonly cost: string | null;
  readonly place: string;
  readonly theme: string;
  readonly isApproved: boolean;
  readonly isWithdrawn: boolean;
}

export interface ContestView {
  /** Its rule was frozen: what it asks is public. */
  readonly isFrozen: boolean;
  readonly head: Head;
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly above: readonly string[];
  readonly template: string;
  readonly status: ContestState;
  readonly envelope: string | null;
  readonly paper: ContestTemplate;
  readonly voters: number;
  readonly turnout: number | null;
  readonly hasWaiver: boolean;
  /** In the order of the paper. */
  readonly options: readonly OptionLine[];
  /** Null where they stand by their numbers. */
  readonly order: DrawnOrderView | null;
}

export interface TemplateLine {
  readonly id: string;
  readonly name: string;
  readonly contests: number;
  readonly template: ContestTemplate;
  readonly hash: string | null;
}

export interface RuleView {
  readonly head: Head;
  readonly id: string;
  readonly name: string;
  readonly template: ContestTemplate;
  readonly kind: QuestionKind;
  /** Below so many ballots a contest is not published by itself. */
  readonly least: number;
  readonly hash: string | null;
}

export interface PreviewView {
  readonly head: Head;
  readonly template: { readonly id: string; readonly name: string };
  readonly vote: string;
  readonly href: string;
  /** Who wins, as a table to be saved once it is counted. */
  readonly table: string;
  readonly outcome:
    | { readonly type: 'waiting' | 'refused' }
    | {
        readonly type: 'counted';
        /** By what the other column was counted. */
        readonly beside: RuleSet['rule'] | null;
        readonly unit: string;
        readonly projects: readonly PreviewLine[];
      };
}

export interface PreviewLine {
  readonly id: string;
  readonly name: string;
  readonly cost: string;
  readonly votes: number;
  readonly here: 'wins' | 'loses' | 'lots';
  readonly beside: 'wins' | 'loses' | 'lots' | null;
}

export interface EnvelopeLine {
  readonly id: string;
  readonly name: string;
  readonly depth: number;
  readonly amount: string;
  /** Null for one that is not divided. */
  readonly sum: string | null;
  readonly isWrong: boolean;
  /** Leaves of contests below it, which are told as a number. */
  readonly contests: number;
}

export interface EnvelopesView {
  readonly head: Head;
  readonly envelopes: readonly EnvelopeLine[];
  readonly problems: readonly EnvelopeProblem['type'][];
}

/** What is wrong in a table of options, by line. */
export interface TableProblemLine {
  readonly line: number | null;
  readonly problem:
    | OptionTableProblem
    | HeadingProblem
    | { readonly type: 'broken_quotes' | 'not_text' | 'spreadsheet' | 'no_rows' }
    | { readonly type: 'too_many_rows'; readonly most: number };
}

export interface OptionsView {
  readonly head: Head;
  readonly templates: readonly { readonly id: string; readonly name: string }[];
  readonly maximumBytes: number;
  readonly problems: readonly TableProblemLine[];
  readonly more: number;
  /** Under which all of them are kept. */
  readonly list: string | null;
  readonly loaded: { readonly options: number; readonly contests: number; readonly ignored: readonly string[] } | null;
}

export interface SecondFactorView {
  readonly head: Head;
  /** A code by e-mail is asked for beside the letter. */
  readonly isAsked: boolean;
  readonly hasMailer: boolean;
  /** On the roll now, and those of them to whom no code can be sent. */
  readonly people: number;
  readonly without: number;
}

export interface StationsView {
  readonly head: Head;
  /** Languages of the consultation. */
  readonly languages: readonly string[];
  /** Nobody may be on the way to one once the vote has closed. */
  readonly mayChange: boolean;
  readonly stations: readonly (Station & { readonly id: string })[];
  /** The one that is being mended, its hours in each language. */
  readonly mended: (Station<Readonly<Record<string, string>>> & { readonly id: string }) | null;
}

/** How the order in which options stand on papers is settled. */
export interface OrderView {
  readonly head: Head;
  readonly draw: { readonly seed: string; readonly how: string; readonly drawnAt: string } | null;
  readonly mayDraw: boolean;
  /** The act that was proposed and waits for a second person. */
  readonly waiting: string | null;
}

/** The order of the options of one paper, as it was drawn. */
export interface DrawnOrderView {
  readonly seed: string;
  readonly how: string;
  readonly drawnAt: string;
  readonly lots: readonly { readonly number: number; readonly lot: string }[];
}

export interface FreezeView {
  readonly head: Head;
  readonly problems: readonly FreezingProblem[];
  readonly rules: readonly { readonly template: string; readonly name: string; readonly hash: string }[];
  readonly lineUp: string;
  readonly contests: number;
  /** A code by e-mail is asked for beside the letter. */
  readonly asksMailCode: boolean;
  /** The act that was proposed and waits for a second person. */
  readonly waiting: string | null;
}

export interface OpeningView {
  readonly head: Head;
  readonly problems: readonly OpeningProblem[];
  readonly contests: number;
  /** Nobody has written where people vote with help: it keeps no vote from being opened. */
  readonly lacksStations: boolean;
  /** The order of options can be drawn, and was not. */
  readonly lacksOrder: boolean;
  /** The vote is open and its time is over. */
  readonly mayClose: boolean;
  readonly mayAnnul: boolean;
  /** The act that was proposed and waits for a second person. */
  readonly waiting: string | null;
  /** The same of an annulment. */
  readonly waitingAnnulment: string | null;
}

/** One rule on the public page. */
export interface PublicRule {
  readonly name: string;
  readonly template: ContestTemplate;
  readonly kind: QuestionKind;
  /** Below so many ballots a contest is not published by itself. */
  readonly least: number;
  readonly hash: string;
}

export interface PublicChange {
  readonly event:
    | 'rule.freeze'
    | 'order.draw'
    | 'vote.open'
    | 'vote.close'
    | 'vote.extend'
    | 'option.withdraw'
    | 'contest.annul'
    | 'contests.annul'
    | 'consultation.annul';
  readonly at: string;
  readonly reason: string;
  /** What the line of the trail says beside the reason, in the words of the data. */
  readonly what: string;
}

export interface RulesView {
  readonly head: Head;
  /** A code by e-mail is asked for beside the letter. */
  readonly asksMailCode: boolean;
  readonly rules: readonly PublicRule[];
  readonly changes: readonly PublicChange[];
}

/** How a consultation was annulled, as everyone reads it. */
export interface AnnulmentView {
  readonly at: string;
  readonly reason: string;
  readonly people: readonly string[];
  /** Its rules were frozen: what was put to the vote is public. */
  readonly hadFrozen: boolean;
  /** A result was published; its file can be downloaded. */
  readonly hasArchive: boolean;
}

export interface ConsultationView {
  readonly head: Head;
  /** Null for one that was not annulled. */
  readonly annulment: AnnulmentView | null;
  /** Why there is no result yet, as long as there is none. */
  readonly delays: readonly StatedDelay[];
  /** Where people vote with help; null once nobody does any more. */
  readonly stations: readonly Station[] | null;
  /** Somebody holds the key, and everybody may read who. */
  readonly hasTrustees: boolean;
  readonly envelope: string | null;
  readonly words: string;
  readonly page: number;
  readonly perPage: number;
  readonly total: number;
  readonly found: readonly Pick<RoomLine, 'id' | 'code' | 'name' | 'above' | 'status' | 'options'>[];
}

/** A consultation on the first page of the site. */
export type ListedConsultation = Head;

/** What is wrong in a field of a form; the words are in the catalogue. */
export type WrongCode =
  | CalendarProblem['type']
  | TemplateProblem['type']
  | 'title'
  | 'slug'
  | 'slug_taken'
  | 'languages'
  | 'currency'
  | 'decimals'
  | 'amount'
  | 'zone'
  | 'time'
  | 'skipped'
  | 'repeated'
  | 'envelope'
  | 'name'
  | 'whole_number'
  | 'groups'
  | 'strange_sign'
  | 'percent'
  | 'limits'
  | 'only_greedy'
  | 'only_equal_shares'
  | 'only_raised'
  | 'only_top_up'
  | 'template'
  | 'where'
  | 'level'
  | 'codes'
  | 'no_territories'
  | 'file'
  | 'too_large'
  | 'vote_file'
  | 'vote_unreadable'
  | 'uploads_full'
  | 'recount'
  | 'too_many'
  | 'station_text'
  | 'option_number';

export interface Wrong {
  readonly field: string;
  readonly code: WrongCode;
}

/** A consultation with what of it cannot be changed any more. */
export interface CalendarView {
  readonly head: Head;
  /** Amounts are counted in its currency. */
  readonly hasAmounts: boolean;
  /** Tables with help say their hours in each of its languages. */
  readonly hasHours: boolean;
}

/** A territory that whoever asks may organise a consultation in. */
export interface OfferedTerritory {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly above: string | null;
}
