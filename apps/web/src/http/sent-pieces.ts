import type { AppContext } from './router.ts';

/** Sends a file to be saved as it is being written, so that it is never held whole. */
export function sendPieces(
  c: AppContext,
  { name, type }: { readonly name: string; readonly type: string },
  pieces: AsyncGenerator<string, void, undefined>,
): Response {
  const encoder = new TextEncoder();
  c.header('Content-Type', type);
  c.header('Content-Disposition', `attachment; filename="${name}"`);
  return c.body(
    new ReadableStream({
      async pull(controller) {
        const piece = await pieces.next();
        if (piece.done === true) controller.close();
        else controller.enqueue(encoder.encode(piece.value));
      },
      async cancel() {
        await pieces.return();
      },
    }),
  );
}

/** A body that is read as fast as it is taken. */
export function streamOf(pieces: AsyncGenerator<Uint8Array, void>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const next = await pieces.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: () => void pieces.return(),
  });
}
