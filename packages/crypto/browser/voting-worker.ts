import { openBooth, type SealRequest } from '../src/booth/seal-ballot.ts';

/**
 * The worker in which a voter's browser seals the ballot: takes a `SealRequest`, answers with the `Result` of sealing
 * it. One request, then the page ends the worker and its memory with it.
 */
addEventListener('message', (event: MessageEvent<SealRequest>) => {
  const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
  void openBooth()(event.data, random).then((result) => {
    postMessage(result);
  });
});
