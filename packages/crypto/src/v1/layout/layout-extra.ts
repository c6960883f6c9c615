import { err, ok, type Result } from '@convite/kernel';
import { array, type Codec, count, literal, Misread, object, string } from '../wire/codec.ts';
import { type LayoutRefusal, layoutRefusal } from './layout-refusal.ts';
import type { PackedLayout } from './packed-layout.ts';

/** A layout with the names of its options, as a question publishes it. */
export interface NamedLayout {
  readonly layout: PackedLayout;
  readonly options: readonly string[];
}

/** Why the layout that a question publishes cannot be used. */
export type LayoutFault =
  | { readonly type: 'malformed'; readonly place: string; readonly message: string }
  | { readonly type: 'refused'; readonly refusal: LayoutRefusal }
  /** The question's answers are not the ones that the layout's ints are called by. */
  | { readonly type: 'other_answers' };

const head = { type: literal('ConviteLayout'), version: literal(1) } as const;
const approvals = object({ ...head, layout: literal('approvals'), options: array(string) });
const ranking = object({ ...head, layout: literal('ranking'), options: array(string), ranks: count });
const points = object({ ...head, layout: literal('points'), options: array(string), most: count });

/**
 * The field `extra` of a mixed question that names its layout:
 * `{"type":"ConviteLayout","version":1,"layout":"approvals","options":["…"]}`, with `"ranks":n` behind it for `ranking`
 * and `"most":n` for `points`.
 *
 * Source: the format leaves `extra` free for what is done with decrypted ballots; the stock tool 2.0 hashes it with the
 *   election, which binds every ballot to the layout, and looks no further.
 */
export const layoutExtra: Codec<NamedLayout> = {
  read(value) {
    const fields = ranking.read(value);
    if (!(fields instanceof Misread)) {
      const { options, ranks } = fields;
      return { layout: { kind: 'ranking', options: options.length, ranks }, options };
    }
    const scored = points.read(value);
    if (!(scored instanceof Misread)) {
      const { options, most } = scored;
      return { layout: { kind: 'points', options: options.length, most }, options };
    }
    const approved = approvals.read(value);
    if (approved instanceof Misread) return approved;
    return { layout: { kind: 'approvals', options: approved.options.length }, options: approved.options };
  },
  write({ layout, options }) {
    const named = { type: 'ConviteLayout', version: 1, options } as const;
    switch (layout.kind) {
      case 'approvals':
        return approvals.write({ ...named, layout: layout.kind });
      case 'ranking':
        return ranking.write({ ...named, layout: layout.kind, ranks: layout.ranks });
      case 'points':
        return points.write({ ...named, layout: layout.kind, most: layout.most });
    }
  },
};

/**
 * What the ints of a layout are called in the question's `answers`, one for each, so that a program that knows nothing of
 * layouts asks for the right number of ints and shows what each is about: the options in it joined by ` + `, or the rank.
 */
export function answersOf({ layout, options }: NamedLayout): readonly string[] {
  if (layout.kind === 'ranking') return Array.from({ length: layout.ranks }, (_, i) => String(i + 1));
  const each = layout.kind === 'approvals' ? 8 : layout.most <= 15 ? 2 : 1;
  return options.flatMap((_, i) => (i % each === 0 ? [options.slice(i, i + each).join(' + ')] : []));
}

/** The form of any `extra` that claims to be a layout of ours. */
const isOurs = (extra: unknown): boolean =>
  typeof extra === 'object' && extra !== null && 'type' in extra && extra.type === 'ConviteLayout';

/**
 * The layout that a mixed question names.
 *
 * @returns ok undefined where `extra` is absent or somebody else's; err where it is ours but cannot be used.
 */
export function readLayout(
  question: { readonly value: { readonly answers: readonly string[] }; readonly extra?: unknown },
  group: { readonly maxInts: number },
): Result<NamedLayout | undefined, LayoutFault> {
  if (!isOurs(question.extra)) return ok(undefined);
  const named = layoutExtra.read(question.extra);
  if (named instanceof Misread)
    return err({ type: 'malformed', place: `extra${named.place}`, message: named.sentence });
  const refusal = layoutRefusal(named.layout, group);
  if (refusal !== undefined) return err({ type: 'refused', refusal });
  const expected = answersOf(named);
  const { answers } = question.value;
  const isSame = answers.length === expected.length && answers.every((answer, i) => answer === expected[i]);
  return isSame ? ok(named) : err({ type: 'other_answers' });
}
