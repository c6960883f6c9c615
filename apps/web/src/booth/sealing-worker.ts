/// <reference lib="WebWorker" />
import { openBooth } from '@convite/crypto';
import { completeLanguage } from './older-browsers.ts';
import { sealMarks, type SealingRequest } from './seal-marks.ts';

completeLanguage();
const sealBallot = openBooth();
const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

/**
 * The worker in which a voter's phone seals the ballot: takes a `SealingRequest`, gives a `SealingAnswer`. The policy
 * under which it is served lets it reach no address at all.
 */
addEventListener('message', (event: MessageEvent<SealingRequest>) => {
  void sealMarks(event.data, { sealBallot, random }).then((answer) => {
    postMessage(answer);
  });
});
