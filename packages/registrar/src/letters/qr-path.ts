import { encode } from 'uqr';

/** A QR code as a path of SVG, in units of one module, its quiet zone of four around it. */
export interface QrPath {
  /** Modules on each side, quiet zone included. */
  readonly size: number;
  readonly path: string;
}

/** Draws a text row by row: each run of dark modules is a rectangle. Error correction M, as prints get folded. */
export function qrPath(text: string): QrPath {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  let path = '';
  for (const [y, row] of data.entries()) {
    let from = -1;
    for (let x = 0; x <= size; x++) {
      if (row[x] === true) from = from === -1 ? x : from;
      else if (from !== -1) {
        path += `M${from} ${y}h${x - from}v1H${from}z`;
        from = -1;
      }
    }
  }
  return { size, path };
}
