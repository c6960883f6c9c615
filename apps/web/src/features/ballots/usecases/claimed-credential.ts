/** How every ballot begins that is in its one form. */
const canonicalHead =
  /^\{"election_uuid":"[^"\\]{1,64}","election_hash":"[A-Za-z0-9+/]{43}","credential":"([0-9a-f]{1,617})","answers":/u;

/** The most signs of that beginning. */
const headLength = 1000;

/** The credential that a ballot names, before anything of it is parsed; undefined where it is not in its one form. */
export const claimedCredential = (text: string): string | undefined =>
  canonicalHead.exec(text.slice(0, headLength))?.[1];
