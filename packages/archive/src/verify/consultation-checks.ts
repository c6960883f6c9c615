/**
 * The checks of a consultation's archive with their numbers, which never change their meaning.
 *
 * Source: docs/spec/consultation-archive.md, G; those below 200 are of each election.
 */
export const consultationChecks = {
  'container.form': 201,
  'container.entries': 202,
  'manifest.form': 203,
  'manifest.tree': 204,
  'files.hashes': 205,
  'rules.form': 206,
  'election.archive': 210,
  'election.identity': 211,
  'election.paper': 212,
  'election.stage': 213,
  'election.slice': 214,
  'election.order': 215,
  'count.small': 220,
  'count.possible': 221,
  'count.lots': 222,
  'count.outcome': 223,
} as const;
export type ConsultationCheck = keyof typeof consultationChecks;

/** Ascending by number. */
export const allConsultationChecks: readonly ConsultationCheck[] = [
  'container.form',
  'container.entries',
  'manifest.form',
  'manifest.tree',
  'files.hashes',
  'rules.form',
  'election.archive',
  'election.identity',
  'election.paper',
  'election.stage',
  'election.slice',
  'election.order',
  'count.small',
  'count.possible',
  'count.lots',
  'count.outcome',
];

/** What can be wrong, by the check that finds it. */
export const reasonsOf = {
  'container.form': ['not_a_zip', 'other_form'],
  'container.entries': ['missing_entry', 'unexpected_entry', 'other_order'],
  'manifest.form': [
    'malformed',
    'not_ascending',
    'no_times',
    'unknown_rule',
    'unused_rule',
    'files_unlike_state',
    'unlike_annulled',
    'repeated_election',
    'no_seed',
    'no_standing_option',
    'cost_unlike_envelope',
    'slice_unlike_election',
    'slice_beyond_roll',
    'repeated_language',
    'other_language',
  ],
  'manifest.tree': ['not_ascending', 'broken_tree', 'unknown_territory', 'outside_part', 'root_below_root'],
  'files.hashes': ['other_size', 'other_crc', 'other_sha256'],
  'rules.form': ['malformed'],
  'election.archive': ['archive_refused', 'not_an_archive'],
  'election.identity': ['other_uuid', 'other_fingerprint', 'other_rule'],
  'election.paper': ['several_questions', 'other_kind', 'other_limits', 'other_options', 'other_result'],
  'election.stage': ['unlike_state'],
  'election.slice': ['other_credentials', 'more_ballots_than_people'],
  'election.order': ['other_place_on_paper'],
  'count.small': ['too_few_ballots', 'enough_ballots'],
  'count.possible': ['neither_envelope_nor_winners', 'uncountable'],
  'count.lots': ['lots_missing', 'lots_not_needed', 'lots_differ', 'tie_undecided', 'no_tie'],
  'count.outcome': ['malformed', 'outcome_differs'],
} as const satisfies Readonly<Record<ConsultationCheck, readonly string[]>>;
export type Reason = (typeof reasonsOf)[ConsultationCheck][number];

/** A failure: which check, where, and why. */
export interface Finding {
  readonly check: ConsultationCheck;
  /** A path in the container, or what the manifest calls a thing. */
  readonly place: string;
  readonly reason: Reason;
  /** What was found, in the words of the format; may be empty. */
  readonly detail: string;
}

/** Takes failures down. */
export interface FindingLog {
  readonly made: (check: ConsultationCheck) => void;
  readonly failed: <C extends ConsultationCheck>(
    check: C,
    place: string,
    reason: (typeof reasonsOf)[C][number],
    detail?: string,
  ) => void;
}

/** How often each check was made. */
export type Counts = Readonly<Partial<Record<ConsultationCheck, number>>>;

/** What was checked so far, and what failed. */
export interface FindingRecord extends FindingLog {
  readonly findings: () => readonly Finding[];
  readonly counts: () => Counts;
}

export function createFindingRecord(): FindingRecord {
  const findings: Finding[] = [];
  const counts = new Map<ConsultationCheck, number>();
  return {
    made: (check) => void counts.set(check, (counts.get(check) ?? 0) + 1),
    failed: (check, place, reason, detail = '') => void findings.push({ check, place, reason, detail }),
    findings: () => findings,
    counts: () => Object.fromEntries(counts),
  };
}
