import { Misread, readText, trusteesWire } from '@convite/crypto';
import { type CredentialOrder, readOrder } from '@convite/domain';
import { invariant } from '@convite/kernel';
import { orderCsv } from '../downloads/order-csv.ts';
import type { PreparationView } from '../pages/views.ts';
import type { PreparationContext } from '../preparation-context.ts';
import { findConsultation, findTrustees, type PreparedConsultation } from '../store.ts';
import { findOrder } from '../store-orders.ts';
import { findUpload } from '../store-uploads.ts';

/** The consultation of an address. */
export const preparedConsultation = (
  { database }: Pick<PreparationContext, 'database'>,
  slug: string,
): Promise<PreparedConsultation | undefined> => findConsultation(database, slug);

/** The bytes of the order of a consultation. */
export async function orderText(
  { database }: Pick<PreparationContext, 'database'>,
  consultation: string,
): Promise<string | undefined> {
  return (await findOrder(database, consultation))?.text;
}

/** What is ordered for each contest, as CSV; undefined where nothing is ordered yet. */
export async function orderTable(
  { database }: Pick<PreparationContext, 'database'>,
  consultation: string,
): Promise<string | undefined> {
  const order = await findOrder(database, consultation);
  return order && orderCsv(orderIn(order.text).contests);
}

/** What its pages show. */
export async function preparationView(
  { database }: Pick<PreparationContext, 'database'>,
  consultation: PreparedConsultation,
  language: string,
): Promise<PreparationView> {
  const { id, slug, title } = consultation;
  // The work is looked at before what it leads to: where it is over, its end is shown.
  const upload = await findUpload(database, id);
  const [trustees, order, found = consultation] = await Promise.all([
    findTrustees(database, id),
    findOrder(database, id),
    findConsultation(database, slug),
  ]);
  const { status, contests, setUp, roll } = found;
  return {
    ...{ slug, status, contests, setUp, roll },
    title: title[language] ?? Object.values(title)[0] ?? '',
    trustees:
      trustees === undefined ? null : { hash: trustees.hash, waiver: trustees.waiver, ...holdersIn(trustees.text) },
    order: order === undefined ? null : { hash: order.hash, ...orderFigures(order.text) },
    upload:
      upload === undefined
        ? null
        : {
            ...{ status: upload.status, hash: upload.sourceHash, progress: upload.progress },
            ...{ done: upload.done, contests: upload.contests, refusal: upload.refusal, problems: upload.problems },
          },
  };
}

/** How many hold the key and how many open together. Requires: a list that passed every check when it was stored. */
function holdersIn(text: string): { readonly trustees: number; readonly threshold: number } {
  const wire = readText(trusteesWire, text);
  invariant(!(wire instanceof Misread), 'trustees are stored once they passed every check');
  return wire.reduce(
    (sum, entry) => ({
      trustees: sum.trustees + (entry[0] === 'Single' ? 1 : entry[1].certs.length),
      threshold: sum.threshold + (entry[0] === 'Single' ? 1 : entry[1].threshold),
    }),
    { trustees: 0, threshold: 0 },
  );
}

function orderIn(text: string): CredentialOrder {
  const order = readOrder(text);
  invariant(order.ok, 'an order is stored as it was written');
  return order.value;
}

function orderFigures(text: string): Omit<NonNullable<PreparationView['order']>, 'hash'> {
  const { contests, spares } = orderIn(text);
  return {
    contests: contests.length,
    credentials: contests.reduce((sum, { credentials }) => sum + credentials, 0),
    spares: contests.reduce((sum, { spares: own }) => sum + own, 0),
    ...spares,
  };
}
