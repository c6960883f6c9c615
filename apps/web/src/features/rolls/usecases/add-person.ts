import {
  type Heading,
  personKey,
  readRollRow,
  type RollColumn,
  type RollEntry,
  type RollRowProblem,
} from '@convite/domain';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { inRefusableTransaction, type Tx } from '../../../persistence/database.ts';
import { type AgreedAct, proposeAct, type ProposalRefusal } from '../../accounts/index.ts';
import type { RollsContext } from '../rolls-context.ts';
import {
  countPeople,
  findRoll,
  holdRoll,
  mayMove,
  putVersion,
  type RolledConsultation,
  type RollRecord,
} from '../store.ts';
import { addEntry, contestsWithoutSpares, findPart, isOnRoll, raiseSize } from '../store-people.ts';

/** The columns of a line that is written into a form, in their order. */
export const additionColumns = [
  'name',
  'birth_date',
  'territory',
  'document',
  'proof',
  'email',
  'language',
  'told_apart',
] as const satisfies readonly RollColumn[];
export type AdditionColumn = (typeof additionColumns)[number];

/** What is agreed on when a person is added. */
export interface AdditionBody {
  readonly consultation: string;
  readonly slug: string;
  readonly territoryId: string;
  readonly entry: RollEntry;
}

export type AdditionRefusal =
  | { readonly type: 'not_frozen' | 'on_roll_already' }
  | { readonly type: 'wrong'; readonly problems: readonly RollRowProblem[] }
  /** Names of the territories whose contests have no spare credential left. */
  | { readonly type: 'no_spares'; readonly territories: readonly string[] };

type Context = Pick<RollsContext, 'database' | 'now' | 'newId'>;

/** Proposes to add a person to a frozen roll. */
export async function proposeAddition(
  { database, now, newId }: Context,
  { id: consultation, slug, territory }: RolledConsultation,
  texts: Readonly<Record<AdditionColumn, string>>,
  reason: string,
  by: string,
): Promise<Result<string, AdditionRefusal | ProposalRefusal>> {
  return await inRefusableTransaction<string, AdditionRefusal | ProposalRefusal>(database, async (tx) => {
    const roll = await findRoll(tx, consultation);
    if (roll === undefined || !mayMove(roll, 'add')) return err({ type: 'not_frozen' });
    const territoryId = await findPart(tx, territory, texts.territory.trim());
    const entry = readEntry(texts, roll, territoryId !== undefined);
    if (!entry.ok) return err({ type: 'wrong', problems: entry.error });
    invariant(territoryId !== undefined, 'a line is good only with a known territory');
    const body: AdditionBody = { consultation, slug, territoryId, entry: entry.value };
    const refusal = await refusalOf(tx, body);
    if (refusal !== undefined) return err(refusal);
    const act = { act: 'roll.add', territory, subject: newId(), body, reason, by, now: now() } as const;
    return await proposeAct(tx, { ...act, id: newId() });
  });
}

/** Adds a person whom two officers agreed on, as a version of its own. */
export async function addPerson(
  tx: Tx,
  { newId }: Pick<Context, 'newId'>,
  { body, reason, proposedBy, by, now }: AgreedAct<AdditionBody>,
): Promise<Result<number, AdditionRefusal>> {
  const { consultation, territoryId, entry } = body;
  const roll = await holdRoll(tx, consultation);
  if (roll === undefined || !mayMove(roll, 'add')) return err({ type: 'not_frozen' });
  const refusal = await refusalOf(tx, body);
  if (refusal !== undefined) return err(refusal);
  const version = roll.version + 1;
  if (!(await addEntry(tx, consultation, { ...entry, id: newId(), territoryId }, personKey(entry), version))) {
    return err({ type: 'on_roll_already' });
  }
  await raiseSize(tx, consultation, territoryId);
  await putVersion(tx, {
    consultation,
    version,
    kind: 'addition',
    part: null,
    at: now,
    by: proposedBy,
    agreedBy: by,
    source: null,
    added: 1,
    removed: 0,
    changed: 0,
    total: await countPeople(tx, consultation),
    reason,
  });
  return ok(version);
}

async function refusalOf(
  tx: Tx,
  { consultation, territoryId, entry }: AdditionBody,
): Promise<AdditionRefusal | undefined> {
  if (await isOnRoll(tx, consultation, personKey(entry))) return { type: 'on_roll_already' };
  const territories = await contestsWithoutSpares(tx, consultation, territoryId);
  return territories.length > 0 ? { type: 'no_spares', territories } : undefined;
}

/** The form's texts as a line of a file: the same reader, the same rules. */
function readEntry(
  texts: Readonly<Record<AdditionColumn, string>>,
  { eligibility }: RollRecord,
  isKnown: boolean,
): Result<RollEntry, readonly RollRowProblem[]> {
  const places = Object.fromEntries(additionColumns.map((column, place) => [column, place]));
  const heading: Heading<RollColumn> = { places, ignored: [], width: additionColumns.length };
  const cells = additionColumns.map((column) => texts[column]);
  return readRollRow(cells, heading, { dates: 'ymd', eligibility, knows: () => isKnown });
}
