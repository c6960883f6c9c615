import type { ArchiveSource } from '@convite/crypto';
import { fileSource } from './file-source.ts';

/** A file that a page reads for its worker, piece by piece: WebKit lets no worker of a page on a disk read a file itself. */
export interface LentFile {
  readonly size: number;
  /** Goes to the worker with the request, as something that is transferred. */
  readonly port: MessagePort;
}

interface Wanted {
  readonly number: number;
  readonly offset: number;
  readonly length: number;
}

interface Piece {
  readonly number: number;
  /** Nothing where the file cannot be read any more. */
  readonly bytes: Uint8Array | undefined;
}

/** Lends a file of the page, for as long as the worker lives. */
export function lendFile(file: Blob): LentFile {
  const { size, read } = fileSource(file);
  const { port1, port2 } = new MessageChannel();
  const tell = (piece: Piece): void => port1.postMessage(piece);
  port1.addEventListener('message', ({ data: { number, offset, length } }: MessageEvent<Wanted>) => {
    read(offset, length).then(
      (bytes) => tell({ number, bytes }),
      () => tell({ number, bytes: undefined }),
    );
  });
  port1.start();
  return { size, port: port2 };
}

/** The bytes of a file that the page lends. A read rejects where the page cannot read the file any more. */
export function lentSource({ size, port }: LentFile): ArchiveSource {
  const waiting = new Map<number, (bytes: Uint8Array | undefined) => void>();
  let asked = 0;
  port.addEventListener('message', ({ data: { number, bytes } }: MessageEvent<Piece>) => {
    waiting.get(number)?.(bytes);
    waiting.delete(number);
  });
  port.start();
  return {
    size,
    read(offset, length) {
      const wanted: Wanted = { number: ++asked, offset, length };
      return new Promise((resolve, reject) => {
        waiting.set(wanted.number, (bytes) => {
          if (bytes === undefined) reject(new Error('the file could not be read'));
          else resolve(bytes);
        });
        port.postMessage(wanted);
      });
    },
  };
}
