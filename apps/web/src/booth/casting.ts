import { isAway, send } from './sending.ts';

/** What became of a ballot that was sent. Sent again it is the same ballot, so trying again never counts twice. */
export type CastAnswer =
  | { readonly type: 'in_the_box'; readonly answer: string; readonly at: string }
  /** Many ballots come at once: it stands in line, at this place, and was not taken yet. */
  | { readonly type: 'waiting'; readonly position: number; readonly seconds: number }
  /** The network or the server is away: nobody knows whether it arrived. */
  | { readonly type: 'unknown'; readonly seconds: number }
  /** It was refused, for good. */
  | { readonly type: 'refused'; readonly code: string };

/** Sends a sealed ballot, and the admission where there is one. */
export async function cast(
  address: string,
  ballot: { readonly text: string; readonly tracker: string },
  admission: string | undefined,
): Promise<CastAnswer> {
  const sent = await send(address, ballot.text, admission === undefined ? {} : { 'Convite-Admission': admission });
  if (sent === undefined) return { type: 'unknown', seconds: 2 };
  const { response, body, parts } = sent;
  const seconds = Math.min(60, Math.max(2, Number(response.headers.get('Retry-After') ?? '5') || 5));
  if (parts.code === 'waiting') return { type: 'waiting', position: parts.position ?? 1, seconds };
  if (isAway(response)) return { type: 'unknown', seconds };
  if (!response.ok) return { type: 'refused', code: parts.code ?? '' };
  if (parts.tracker !== ballot.tracker) return { type: 'refused', code: 'other_tracker' };
  return { type: 'in_the_box', answer: body, at: response.headers.get('Date') ?? '' };
}
