import {
  approvalsQuestion,
  ed25519Group,
  electionWire,
  hashOfText,
  openBooth,
  portableSha256,
  type Question,
  type SealBallot,
  seededRandomness,
} from '@convite/crypto';
import { err } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { sealMarks, type SealingRequest } from './seal-marks.ts';

const { sha256 } = portableSha256;
const group = ed25519Group();
const titles = ['Pozo', 'Techo', 'Cancha', 'Luces', 'Muro', 'Radio', 'Rampa', 'Club', 'Vivero'];
const electionOf = (...questions: readonly Question[]): string =>
  electionWire.write({
    version: 1,
    group: 'Ed25519',
    public_key: group.write(group.power(group.g, 5n)),
    questions,
    description: '',
    name: 'Consulta',
    uuid: 'CaLLeCedro1234',
  });
const added = electionOf({ answers: titles, blank: true, min: 1, max: 3, question: 'Elija' });
const whole = electionOf(approvalsQuestion(titles, 'Elija'));
const code = 'xPWKb-FnjFEZ-nU93v-gE5RJm';
const mark = (answer: number, text = titles[answer] ?? '') => ({ answer, text });

const ask = (election: string, change: Partial<SealingRequest> = {}): SealingRequest => ({
  election,
  fingerprint: hashOfText(sha256, election),
  credential: code,
  marks: [mark(8), mark(0)],
  ...change,
});

/** What is handed to the core for a request; nothing is sealed. */
async function choicesFor(request: SealingRequest): Promise<unknown> {
  let seen: unknown = 'nothing was to be sealed';
  const sealBallot: SealBallot = ({ choices }) => {
    seen = choices;
    return Promise.resolve(err({ type: 'choices_do_not_fit', question: 0, message: '' }));
  };
  await sealMarks(request, { sealBallot, random: seededRandomness('voter', sha256) });
  return seen;
}

const seal = (request: SealingRequest) =>
  sealMarks(request, { sealBallot: openBooth(), random: seededRandomness('voter', sha256) });

describe('marks on their way to a sealed ballot', () => {
  it('become choices with the blank one first where votes are added up', async () => {
    expect(await choicesFor(ask(added))).toEqual([[0, 1, 0, 0, 0, 0, 0, 0, 0, 1]]);
    expect(await choicesFor(ask(added, { marks: [] }))).toEqual([[1, 0, 0, 0, 0, 0, 0, 0, 0, 0]]);
  });

  it('become packed ints where whole ballots are opened, a mark made twice counting once', async () => {
    expect(await choicesFor(ask(whole))).toEqual([[1, 1]]);
    expect(await choicesFor(ask(whole, { marks: [mark(2), mark(2)] }))).toEqual([[4, 0]]);
    expect(await choicesFor(ask(whole, { marks: [] }))).toEqual([[0, 0]]);
  });

  it.each([
    ['a fingerprint that the page does not announce', ask(added, { fingerprint: hashOfText(sha256, whole) })],
    ['bytes that were changed', ask(`${added} `, { fingerprint: hashOfText(sha256, added) })],
    ['a text that stands for another answer than the voter saw', ask(added, { marks: [mark(1, 'Pozo')] })],
    ['the same where ballots are packed', ask(whole, { marks: [mark(1, 'Pozo')] })],
    ['an answer that does not exist', ask(added, { marks: [mark(9, '')] })],
    [
      'more than one question',
      ask(electionOf({ answers: ['A'], min: 0, max: 1, question: '' }, approvalsQuestion(['A'], '')), { marks: [] }),
    ],
    [
      'a layout of somebody else',
      ask(electionOf({ type: 'NonHomomorphic', value: { answers: ['A'], question: '' } }), { marks: [] }),
    ],
    ['no election at all', ask('{}')],
  ])('are refused for %s', async (_, request) => {
    expect(await seal(request)).toEqual({ ok: false, error: { code: 'election_differs' } });
    expect(await choicesFor(request)).toBe('nothing was to be sealed');
  });

  it('are refused when the code cannot be read, or when there are too many', async () => {
    expect(await seal(ask(added, { credential: 'abc' }))).toEqual({ ok: false, error: { code: 'code_unreadable' } });
    const four = [mark(0), mark(1), mark(2), mark(3)];
    expect(await seal(ask(added, { marks: four }))).toEqual({ ok: false, error: { code: 'not_allowed' } });
  });

  it('are sealed with the tracker of the very text', async () => {
    const sealed = await seal(ask(added));
    expect(sealed.ok && sealed.value.tracker === hashOfText(sha256, sealed.value.text)).toBe(true);
  });
});
