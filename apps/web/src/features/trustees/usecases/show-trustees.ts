import { bytesSource } from '@convite/crypto';
import { type CeremonyState, ceremonySteps, nextStep, type PlaceProgress } from '@convite/domain';
import { measure, writeZip, type ZipContent } from '@convite/archive';
import { nodeSha256 } from '@convite/machine';
import { stepPrefix } from '@convite/trustee';
import type { Database } from '../../../persistence/database.ts';
import type { PublicTrusteesView, TrusteeRow, TrusteesView, YourPart } from '../pages/views.ts';
import {
  type CeremonyRecord,
  findCeremony,
  findConsultation,
  type KeptConsultation,
  trusteeAccounts,
} from '../store-ceremonies.ts';
import { findList, type ListRecord, type RehearsalRecord, rehearsalsOf } from '../store-rehearsals.ts';
import { namesIn, seatOf, thresholdIn } from './trustee-seats.ts';

/** The consultation of an address. */
export const keptConsultation = (
  { database }: { readonly database: Database },
  slug: string,
): Promise<KeptConsultation | undefined> => findConsultation(database, slug);

/** The bytes of the list of trustees of a consultation. */
export async function listText(
  { database }: { readonly database: Database },
  consultation: string,
): Promise<string | undefined> {
  return (await findList(database, consultation))?.text;
}

/** Each round has a folder of its own: a message that lay in it already would be there twice. */
const folders: Readonly<Record<CeremonyState, string>> = {
  certificates: 'round-1',
  deals: 'round-2',
  keys: 'round-3',
  assembled: 'ceremony',
  void: 'void',
};

/** A file to download. */
export interface Download {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Everything that was handed in at a ceremony, under names that the programs of trustees know. */
export async function messagesZip(
  { database }: { readonly database: Database },
  consultation: string,
): Promise<Download | undefined> {
  const ceremony = await findCeremony(database, consultation);
  if (ceremony === undefined || ceremony.messages.length === 0) return undefined;
  const contents: ZipContent[] = [];
  for (const { step, place, text } of ceremony.messages) {
    const source = bytesSource(Uint8Array.from(Buffer.from(text)));
    const { crc32 } = await measure(source, nodeSha256);
    contents.push({ path: `${stepPrefix(step)}${place}.json`, size: source.size, crc32, source });
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of writeZip(contents)) pieces.push(piece);
  return { name: `${folders[ceremony.status]}.zip`, bytes: Uint8Array.from(Buffer.concat(pieces)) };
}

/** What the page of the trustees shows to one of the staff. */
export async function trusteesView(
  { database }: { readonly database: Database },
  consultation: KeptConsultation,
  account: string,
  language: string,
): Promise<TrusteesView> {
  const { id, slug, title, territory, status } = consultation;
  const ceremony = await findCeremony(database, id);
  const list = await findList(database, id);
  const rehearsals = list === undefined ? [] : await rehearsalsOf(database, id, list.hash);
  const rows = rowsOf(ceremony, list, rehearsals);
  const isPreparing = status === 'draft' || status === 'frozen';
  return {
    slug,
    title: title[language] ?? Object.values(title)[0] ?? '',
    ceremony: ceremony === undefined ? null : shown(ceremony),
    list:
      list === undefined ? null : { hash: list.hash, waiver: list.waiver, isOurs: ceremony?.listHash === list.hash },
    rows,
    opened: rehearsals.findLast(({ opened }) => opened)?.day ?? null,
    yours: yourPart(ceremony, list, rehearsals, rows, account),
    candidates: ceremony === undefined && isPreparing ? await trusteeAccounts(database, territory) : null,
    mayBeVoid: ceremony !== undefined && isPreparing,
    hasMessages: (ceremony?.messages.length ?? 0) > 0,
  };
}

/** What everyone sees of who holds the key; undefined while the consultation is a draft, or nobody holds one. */
export async function publicTrusteesView(
  { database }: { readonly database: Database },
  { id, slug, title, status }: KeptConsultation,
  language: string,
): Promise<PublicTrusteesView | undefined> {
  const list = status === 'draft' ? undefined : await findList(database, id);
  if (list === undefined) return undefined;
  const rehearsals = await rehearsalsOf(database, id, list.hash);
  return {
    slug,
    title: title[language] ?? Object.values(title)[0] ?? '',
    hash: list.hash,
    waiver: list.waiver,
    threshold: thresholdIn(list.text),
    rows: rowsOf(undefined, list, rehearsals),
    opened: rehearsals.findLast(({ opened }) => opened)?.day ?? null,
  };
}

const shown = ({ status, group, size, threshold, waiver }: CeremonyRecord): NonNullable<TrusteesView['ceremony']> => ({
  ...{ state: status, group, size, threshold, waiver, folder: folders[status] },
});

/** Who holds a key, or is to hold one; a list that stands tells it, and else the ceremony. */
function rowsOf(
  ceremony: CeremonyRecord | undefined,
  list: ListRecord | undefined,
  rehearsals: readonly RehearsalRecord[],
): readonly TrusteeRow[] {
  const names = list === undefined ? (ceremony?.places ?? []).map(({ name }) => name) : namesIn(list.text);
  return names.map((name, i) => {
    const place = i + 1;
    return {
      place,
      name,
      brought: ceremonySteps.filter((step) =>
        ceremony?.messages.some((message) => message.place === place && message.step === step),
      ),
      rehearsedOn: rehearsals.findLast(({ owner }) => owner === place)?.day ?? null,
    };
  });
}

function yourPart(
  ceremony: CeremonyRecord | undefined,
  list: ListRecord | undefined,
  rehearsals: readonly RehearsalRecord[],
  rows: readonly TrusteeRow[],
  account: string,
): YourPart | null {
  const progress = rows.map(({ place, brought, rehearsedOn }): PlaceProgress => ({
    place,
    brought,
    hasRehearsed: rehearsedOn !== null,
  }));
  const seat =
    list === undefined
      ? ceremony?.places.find((one) => one.account === account)?.place
      : seatOf({ ceremony, list: list.hash, rehearsals }, account);
  const row = rows.find(({ place }) => place === seat);
  if (row === undefined) return null;
  const { place, name } = row;
  return { place, name, next: nextStep(ceremony?.status ?? 'assembled', progress, place) };
}
