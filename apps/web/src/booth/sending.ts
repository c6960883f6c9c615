/** The parts of an answer that this program looks at: a receipt has a tracker, a problem its code. */
interface Parts {
  readonly tracker?: string;
  readonly code?: string;
  readonly position?: number;
  readonly admission?: string;
}

export interface Sent {
  readonly response: Response;
  readonly body: string;
  readonly parts: Parts;
}

/** Sends a text; undefined where no answer came back. Neither cookies nor the address of this page go with it. */
export async function send(
  address: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Sent | undefined> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...headers },
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    const text = await response.text();
    return { response, body: text, parts: partsOf(text) };
  } catch {
    // The network broke off: before the answer, or in the middle of it.
    return undefined;
  }
}

function partsOf(body: string): Parts {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value !== 'object' || value === null) return {};
    return {
      ...('tracker' in value && typeof value.tracker === 'string' && { tracker: value.tracker }),
      ...('code' in value && typeof value.code === 'string' && { code: value.code }),
      ...('position' in value && typeof value.position === 'number' && { position: value.position }),
      ...('admission' in value && typeof value.admission === 'string' && { admission: value.admission }),
    };
  } catch {
    return {};
  }
}

/** Whether an answer says nothing about what was sent: it may be sent again. */
export const isAway = ({ status }: Response): boolean => status === 408 || status === 429 || status >= 500;
