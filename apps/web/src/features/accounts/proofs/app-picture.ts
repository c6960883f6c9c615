import { encode } from 'uqr';
import { base32, totpAddress } from './totp.ts';

/** A secret as the page shows it: to be scanned, or to be typed in groups of four. */
export interface AppPicture {
  readonly secret: string;
  /** Dark squares of the QR code, row by row, without a margin. */
  readonly squares: readonly (readonly boolean[])[];
}

export function appPicture(secret: Uint8Array, email: string): AppPicture {
  const { data } = encode(totpAddress(secret, email, 'Convite'), { ecc: 'M', border: 0 });
  return {
    secret:
      base32(secret)
        .match(/.{1,4}/gu)
        ?.join(' ') ?? '',
    squares: data,
  };
}
