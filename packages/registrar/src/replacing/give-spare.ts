import {
  credentialSecret,
  type CredentialRefusal,
  publicCredential,
  readPrivateCredential,
  type Suite,
} from '@convite/crypto';
import { type CredentialOrder, type ReplacementForm, writeReplacement } from '@convite/domain';
import { err, ok, type Result } from '@convite/kernel';
import type { GivenSpare, ListedCode } from '../codes/code-list.ts';
import type { Addressee } from '../letters/letter-facts.ts';

/** Files of one replacement. */
export const replacementFiles = { form: 'replacement.json', letter: 'PRIVATE-letter.html' } as const;

/** What a registrar keeps of a consultation. */
export interface KeptCodes {
  readonly order: CredentialOrder;
  readonly list: readonly ListedCode[];
  readonly given: readonly GivenSpare[];
}

/** Who asks for a letter: by the id of the roll, and, of somebody who was only now added to it, what letters need. */
export interface SpareRequest {
  readonly id: string;
  readonly added: Pick<Addressee, 'name' | 'territory' | 'language'> | undefined;
}

/** A spare that takes the place of a lost code, or goes to somebody who was added. */
export interface GivenLetter {
  /** To be noted before the letter is handed out: a spare that is lost on the way is given to nobody else. */
  readonly given: GivenSpare;
  /** For the site: two people agree on it. */
  readonly form: string;
  readonly letter: Addressee;
  /** Spares of these papers that are left. */
  readonly left: number;
  readonly isLost: boolean;
}

export type SpareRefusal =
  | { readonly type: 'no_spare_left'; readonly spares: number }
  | { readonly type: 'person_unlisted' | 'person_has_code'; readonly id: string }
  | { readonly type: 'territory_without_contest'; readonly territory: string }
  /** A code of the private list is none. */
  | { readonly type: 'credential'; readonly refusal: CredentialRefusal };

/** Who gets a spare, and what takes its place; no code is lost by somebody who was only now added to the roll. */
interface Receiver {
  readonly slice: number;
  readonly person: Omit<Addressee, 'code' | 'contests' | 'kind'>;
  readonly lost: string | null;
}

/** Gives the next spare of a slice to somebody who lost a letter, or was added to the roll. */
export function giveSpare(suite: Suite, codes: KeptCodes, request: SpareRequest): Result<GivenLetter, SpareRefusal> {
  const receiver = receiverOf(codes, request);
  if (!receiver.ok) return receiver;
  const { order, list, given } = codes;
  const { slice, person, lost } = receiver.value;
  const taken = new Set(given.filter((one) => one.slice === slice).map(({ spare }) => spare));
  const spares = list.filter((one) => one.kind === 'spare' && one.slice === slice);
  const spare = spares.find(({ id }) => !taken.has(id));
  if (spare === undefined) return err({ type: 'no_spare_left', spares: spares.length });
  const contests = order.slices[slice]?.contests ?? [];
  const form = formOf(suite, order, contests, { lost, spare: spare.code });
  if (!form.ok) return form;
  return ok({
    given: { slice, spare: spare.id, to: person.id, name: person.name },
    form: writeReplacement(form.value),
    letter: { ...person, kind: 'voter', contests, code: spare.code },
    left: spares.filter(({ id }) => !taken.has(id)).length - 1,
    isLost: lost !== null,
  });
}

function receiverOf({ order, list, given }: KeptCodes, { id, added }: SpareRequest): Result<Receiver, SpareRefusal> {
  const before = given.findLast(({ to }) => to === id);
  const listed = list.find((one) => one.kind === 'voter' && one.id === id);
  if (added !== undefined) {
    if (listed !== undefined || before !== undefined) return err({ type: 'person_has_code', id });
    const slice = order.slices.findIndex(({ codes }) => codes.includes(added.territory));
    if (slice === -1) return err({ type: 'territory_without_contest', territory: added.territory });
    return ok({ slice, lost: null, person: { id, ...added } });
  }
  if (before !== undefined) {
    // The letter that is lost is itself a replacement.
    const held = list.find((one) => one.kind === 'spare' && one.slice === before.slice && one.id === before.spare);
    if (held === undefined) return err({ type: 'person_unlisted', id });
    const { territory, language } = listed ?? held;
    return ok({ slice: before.slice, lost: held.code, person: { id, name: before.name, territory, language } });
  }
  if (listed === undefined) return err({ type: 'person_unlisted', id });
  const { name, language, territory, slice, code } = listed;
  return ok({ slice, lost: code, person: { id, name, territory, language } });
}

/** Source: docs/spec/preparation.md, C. */
function formOf(
  suite: Suite,
  { consultation, contests }: CredentialOrder,
  own: readonly number[],
  codes: { readonly lost: string | null; readonly spare: string },
): Result<ReplacementForm, SpareRefusal> {
  const spare = readPrivateCredential(codes.spare);
  const lost = codes.lost === null ? undefined : readPrivateCredential(codes.lost);
  if (!spare.ok) return err({ type: 'credential', refusal: spare.error });
  if (lost?.ok === false) return err({ type: 'credential', refusal: lost.error });
  const elections = own.flatMap((at) => contests[at] ?? []);
  const head = { convite_replacement: 1, consultation } as const;
  const publicOf = ({ uuid, group: name }: (typeof elections)[number], code: typeof spare.value): string => {
    const group = suite.group(name);
    return group.write(publicCredential(group, credentialSecret(group, code, uuid)));
  };
  const pair = (one: (typeof elections)[number]) => ({ uuid: one.uuid, spare: publicOf(one, spare.value) });
  if (lost === undefined) return ok({ ...head, kind: 'added', pairs: elections.map(pair) });
  return ok({
    ...head,
    kind: 'lost',
    pairs: elections.map((one) => ({ ...pair(one), lost: publicOf(one, lost.value) })),
  });
}
