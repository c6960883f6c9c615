/** What became of a ballot that was sent. Sent again it is the same ballot, so trying again never counts twice. */
export type CastAnswer =
  | { readonly type: 'in_the_box'; readonly answer: string; readonly at: string }
  /** Many ballots come at once: it stands in line, at this place, and was not taken yet. */
  | { readonly type: 'waiting'; readonly position: number; readonly seconds: number }
  /** The network or the server is away: nobody knows whether it arrived. */
  | { readonly type: 'unknown'; readonly seconds: number }
  /** It was refused, for good. */
  | { readonly type: 'refused'; readonly code: string };

/** Sends a sealed ballot. Neither cookies nor the address of this page go with it. */
export async function cast(
  address: string,
  ballot: { readonly text: string; readonly tracker: string },
): Promise<CastAnswer> {
  const response = await fetch(address, {
    method: 'POST',
    body: ballot.text,
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  }).catch(() => undefined);
  const body = await response?.text().catch(() => undefined);
  if (response === undefined || body === undefined) return { type: 'unknown', seconds: 2 };
  const answer = partsOf(body);
  const seconds = Math.min(60, Math.max(2, Number(response.headers.get('Retry-After') ?? '5') || 5));
  if (answer.code === 'waiting') return { type: 'waiting', position: answer.position ?? 1, seconds };
  if (response.status === 408 || response.status === 429 || response.status >= 500) return { type: 'unknown', seconds };
  if (!response.ok) return { type: 'refused', code: answer.code ?? '' };
  if (answer.tracker !== ballot.tracker) return { type: 'refused', code: 'other_tracker' };
  return { type: 'in_the_box', answer: body, at: response.headers.get('Date') ?? '' };
}

/** The parts of an answer that this program looks at: a receipt has a tracker, a problem its code. */
function partsOf(body: string): { readonly tracker?: string; readonly code?: string; readonly position?: number } {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value !== 'object' || value === null) return {};
    return {
      ...('tracker' in value && typeof value.tracker === 'string' && { tracker: value.tracker }),
      ...('code' in value && typeof value.code === 'string' && { code: value.code }),
      ...('position' in value && typeof value.position === 'number' && { position: value.position }),
    };
  } catch {
    return {};
  }
}
