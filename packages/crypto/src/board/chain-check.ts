import type { Sha256Hex } from '../primitives/sha256.ts';
import type { CheckLog } from './board-checks.ts';
import { type BoardIndex, createBoardIndex } from './board-index.ts';
import { type EventText, readEventText } from './board-texts.ts';
import { mostRecordsBefore, readEventContents, refuseUnnamed, type WaitingRecord } from './event-contents.ts';
import { type ElectionState, eventOrder, orderRefusals, stateAfterRefused } from './event-order.ts';
import type { ScannedRecord } from './record-scanner.ts';
import { writeRecordName } from './tar-record.ts';

/** Where a chain of events stands: what the next event goes on from. */
export interface ChainHead {
  /** Height of the next event. */
  readonly height: number;
  /** SHA-256 of the last event; undefined before the first. */
  readonly parent: Sha256Hex | undefined;
  readonly state: ElectionState;
}

/** Follows the chain of events through the records of an archive. */
export interface ChainCheck {
  readonly takeData: (record: WaitingRecord) => void;
  readonly takeEvent: (record: ScannedRecord, named: Sha256Hex) => void;
  /** The last record was there. */
  readonly end: () => void;
  readonly head: () => ChainHead;
  /** The events in order whose contents are those that they name. */
  readonly index: BoardIndex;
}

/**
 * Checks `chain.form`, `chain.links`, `chain.payloads`, `chain.wrappers` and `chain.order`.
 *
 * What is wrong at one event is taken down there alone: the next one is held against what this one says of itself.
 */
export function createChainCheck(log: CheckLog): ChainCheck {
  const index = createBoardIndex();
  let waiting: WaitingRecord[] = [];
  let found = 0;
  let nextHeight = 0;
  let parent: Sha256Hex | undefined;
  let state: ElectionState = 'unpublished';

  const checkLinks = (says: EventText, place: { readonly offset: number; readonly height: number }): void => {
    if (says.height !== nextHeight) {
      log.failed('chain.form', place, `Height ${says.height} stands where ${nextHeight} is due.`);
    }
    log.made('chain.links');
    if (says.parent !== parent) {
      const message = `The event names ${says.parent ?? 'none'} as its parent; before it stands ${parent ?? 'none'}.`;
      log.failed('chain.links', place, message);
    }
    nextHeight = says.height + 1;
  };
  const follows = (says: EventText, place: { readonly offset: number; readonly height: number }): boolean => {
    log.made('chain.order');
    const step = eventOrder[state][says.type];
    if ('to' in step) {
      state = step.to;
      return true;
    }
    log.failed('chain.order', place, `${says.type} cannot stand here. ${orderRefusals[step.refused]}`);
    state = stateAfterRefused(state, says.type);
    return false;
  };

  return {
    takeData: (record) => {
      waiting.push(record);
      // A file of nothing but contents must not fill the memory: more than these no event demands.
      if (waiting.length > mostRecordsBefore) {
        for (const unnamed of waiting.splice(0, 1)) refuseUnnamed(unnamed, found, log);
      }
    },
    takeEvent: ({ text, offset, end, sha256 }, named) => {
      const place = { offset, record: writeRecordName({ kind: 'event', sha256: named }), height: found };
      const says = text === undefined ? undefined : readEventText(text);
      log.made('chain.form');
      if (says === undefined) {
        log.failed('chain.form', place, 'The event is not written as {"parent":…,"height":…,"type":…,"payload":…}.');
        nextHeight += 1;
      } else {
        checkLinks(says, place);
        const isDue = follows(says, place);
        const contents = readEventContents({ says, offset, height: found }, waiting, log);
        if (isDue && contents !== undefined) index.append({ ...contents, hash: sha256, end });
      }
      parent = named;
      waiting = [];
      found += 1;
    },
    end: () => {
      for (const record of waiting) refuseUnnamed(record, found, log);
      if (found === 0) log.failed('chain.order', {}, 'There is no event: a Setup is due.');
    },
    head: () => ({ height: nextHeight, parent, state }),
    index,
  };
}
