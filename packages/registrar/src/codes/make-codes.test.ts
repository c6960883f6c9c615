import { portableSha256, utf8 } from '@convite/crypto';
import { makeUploadReader } from '@convite/domain';
import { describe, expect, it } from 'vitest';
import { letterFacts } from '../letters/letter-facts.ts';
import { lettersPage } from '../letters/letters.ts';
import { codesOf, makeStreets, opened } from '../made-codes.fixture.ts';
import { readPeople } from '../roll/read-people.ts';
import { calendar, people, rollText, salt } from '../two-streets.fixture.ts';
import { byHands } from './by-hands.ts';
import { listedPages } from './listed-people.ts';

describe('the roll of an order', () => {
  const read = (text: string, order = opened.order, with_ = salt) =>
    readPeople(utf8(text), with_, order, portableSha256);

  it('is read as it was frozen', () => {
    expect(read(rollText)).toEqual({ ok: true, value: people });
    expect(read(`\ufeff${rollText}\r\n`)).toEqual({ ok: true, value: people });
  });

  it('is another one with a name, a person, a salt or a consultation that is not the same', () => {
    expect(read(rollText.replace('Persona 7', 'Persona 77'))).toMatchObject({ error: { type: 'another_roll' } });
    expect(read(rollText, opened.order, new Uint8Array(32))).toMatchObject({ error: { type: 'another_roll' } });
    expect(read(rollText, { ...opened.order, consultation: 'otra' })).toMatchObject({
      error: { type: 'another_roll' },
    });
    expect(read(rollText.replace(/\r\np7,.*/u, ''))).toMatchObject({ error: { type: 'another_count', found: 319 } });
  });

  it('names the lines that are not as the site writes them, twenty at most', () => {
    expect(read(rollText.replace('\r\np7,', '\r\np6,').replace('\r\np9,', '\r\n,'))).toEqual({
      ok: false,
      error: { type: 'rows', lines: [9, 11] },
    });
    const many = read(rollText.replaceAll('1980-04-03', 'x'));
    expect(many).toMatchObject({ error: { type: 'rows', lines: { length: 20 } } });
  });
});

describe('the codes of a consultation', () => {
  it('are the same from one hand and from several, to the byte', async () => {
    const [one, several] = [await makeStreets(1), await makeStreets(3)];
    expect(several).toEqual(one);
    expect(one.count).toBe(3);
    expect(one.made).toMatchObject({ people: 318, spares: 6, without: 2, contests: 2, credentials: 638 });
  });

  it('are taken by the reader of the site, and give the summary their own hash', async () => {
    const { upload, summary } = await makeStreets(1);
    const reader = makeUploadReader(opened.order, opened.hash);
    for (const line of upload.trimEnd().split('\n')) reader.take(line);
    expect(reader.finish()).toEqual([]);
    const hash = Array.from(portableSha256.sha256(utf8(upload)), (byte) => byte.toString(16).padStart(2, '0')).join('');
    expect(JSON.parse(summary)).toMatchObject({ sha256: hash, order: opened.hash });
  });

  it('stand on the same letters whether these are drawn with them or later from the private list', async () => {
    const { list, pages } = await makeStreets(1, ['letters', 'slips']);
    const own = listedPages(opened.order, codesOf(list)).at(-1)?.people ?? [];
    const later = (['letters', 'slips'] as const).map((sheet) =>
      lettersPage(sheet, letterFacts(opened.order, calendar), own),
    );
    expect(later).toEqual(pages);
    expect(own).toHaveLength(10);
  });
});

describe('hands', () => {
  it('tell the failure of a job in its turn, and nothing after it', async () => {
    const seen: number[] = [];
    const hand = async (job: number): Promise<number> => {
      if (job === 2) throw new Error('the third job');
      return job;
    };
    const all = async (): Promise<void> => {
      for await (const done of byHands([0, 1, 2, 3, 4], [hand, hand])) seen.push(done);
    };
    await expect(all()).rejects.toThrow('the third job');
    expect(seen).toEqual([0, 1]);
  });
});
