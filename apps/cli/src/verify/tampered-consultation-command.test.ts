import {
  archiveText,
  type ConsultationMaterial,
  type ConsultationVerification,
  type ContestMaterial,
  contestsInTurn,
  type Manifest,
  type ManifestContest,
  makePart,
  type MadeArchive,
  verifyConsultation,
  drawOrder,
} from '@convite/archive';
import { bytesSource } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import { nodeSha256 } from '@convite/machine';
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadMachine } from '../machine/machine.ts';
import { rewritten } from '../small-election.fixture.ts';
import {
  filesOf,
  hashOf,
  inTwoLanguages,
  made,
  oneWinner,
  rules,
  simulatedElection,
  small,
  zipOf,
} from './small-consultation.fixture.ts';

const machine = await loadMachine({ threads: 0, patience: 0, now: () => 0, progress: () => undefined });

const verify = (zip: Uint8Array): Promise<ConsultationVerification> =>
  verifyConsultation(
    { sha256: nodeSha256, verifyContests: contestsInTurn(machine), progress: () => undefined },
    bytesSource(zip),
  );

/** The download of a material: whoever changed it has made every hash anew. */
const download = async (material: ConsultationMaterial): Promise<Buffer> => zipOf((await made(material)).contents);

function contestOf(id: string): ContestMaterial {
  const found = small.contests.find(({ contest }) => contest.id === id);
  invariant(found !== undefined, 'the small consultation has this contest');
  return found;
}

const withContest = (id: string, change: (one: ContestMaterial) => ContestMaterial): ConsultationMaterial => ({
  ...small,
  contests: small.contests.map((one) => (one.contest.id === id ? change(one) : one)),
});

const withSlice = (id: string, slice: ManifestContest['slice']): ConsultationMaterial =>
  withContest(id, (one) => ({ ...one, contest: { ...one.contest, slice } }));

const withOutcome = (id: string, change: (text: string) => string): ConsultationMaterial =>
  withContest(id, (one) => ({ ...one, outcome: change(one.outcome ?? '') }));

async function archiveOf(id: string): Promise<Buffer> {
  const { archive } = contestOf(id);
  invariant(archive !== undefined, 'the contest has an archive');
  return Buffer.from(await archive.read(0, archive.size));
}

/** A download whose manifest is written anew, whatever it then says of the files behind it. */
async function withManifest(whole: MadeArchive, change: (manifest: Manifest) => Manifest): Promise<Buffer> {
  const bytes = Buffer.from(archiveText(change(whole.manifest)));
  const first = { path: 'manifest.json', size: bytes.length, crc32: crc32(bytes), source: bytesSource(bytes) };
  return zipOf([first, ...whole.contents.slice(1)]);
}

const replaced = (text: string, from: string, to: string): string => {
  invariant(text.includes(from), `the text has ${from}`);
  return text.replace(from, to);
};

/** What an attacker does; where `isTampered` is false the same is made, but for the one change. */
interface Tampering {
  readonly what: string;
  readonly check: string;
  readonly reason: string;
  readonly place: string;
  readonly make: (isTampered: boolean) => Promise<Buffer>;
}

const tamperings: readonly Tampering[] = [
  {
    what: 'a byte of a sealed ballot is another',
    check: 'files.hashes',
    reason: 'other_sha256',
    place: 'contests/a1-obras/archive.bel',
    make: async (isTampered) => {
      const zip = await download(small);
      const at = zip.indexOf('"credential":"') + 20;
      if (isTampered) zip[at] = zip[at] === 0x61 ? 0x62 : 0x61;
      return zip;
    },
  },
  {
    what: 'the winners are others',
    check: 'count.outcome',
    reason: 'outcome_differs',
    place: 'contests/a1-partes/outcome.json',
    make: (isTampered) =>
      download(
        withOutcome('a1-partes', (text) => (isTampered ? replaced(text, '"winners":[4,1]', '"winners":[4,2]') : text)),
      ),
  },
  {
    what: 'the votes are others',
    check: 'count.outcome',
    reason: 'outcome_differs',
    place: 'contests/a1-obras/outcome.json',
    make: (isTampered) =>
      download(
        withOutcome('a1-obras', (text) =>
          isTampered ? replaced(text, '{"number":3,"votes":0}', '{"number":3,"votes":9}') : text,
        ),
      ),
  },
  {
    what: 'the rule is another than the one frozen before the vote',
    check: 'election.identity',
    reason: 'other_rule',
    place: 'contests/a1-obras',
    make: (isTampered) =>
      download(
        withContest('a1-obras', (one) => ({
          ...one,
          contest: { ...one.contest, rule: isTampered ? hashOf(oneWinner) : one.contest.rule },
        })),
      ),
  },
  {
    what: 'the election is another, held afterwards with the same paper',
    check: 'election.identity',
    reason: 'other_fingerprint',
    place: 'contests/a1-obras',
    make: async (isTampered) => {
      const rule = rules.find((one) => hashOf(one) === contestOf('a1-obras').contest.rule);
      invariant(rule !== undefined, 'the contest has a rule');
      const other = await simulatedElection({ rule, voters: 12 }, 'otra');
      const archive = bytesSource(other.archive);
      return download(withContest('a1-obras', (one) => (isTampered ? { ...one, archive, side: other.side } : one)));
    },
  },
  {
    what: 'a ballot stands in the place of another and the chain is linked again',
    check: 'election.archive',
    reason: 'archive_refused',
    place: 'contests/a1-obras',
    make: async (isTampered) => {
      const archive = await archiveOf('a1-obras');
      let ballots = 0;
      const changed = await rewritten(archive, (event) => {
        if (event.type === 'Ballot') ballots += 1;
        const isSecond = isTampered && event.type === 'Ballot' && ballots === 2;
        return isSecond ? { type: event.type, payload: Buffer.from(firstBallot(archive)) } : event;
      });
      return download(withContest('a1-obras', (one) => ({ ...one, archive: bytesSource(changed) })));
    },
  },
  {
    what: 'the proofs of decryption are left out',
    check: 'election.archive',
    reason: 'archive_refused',
    place: 'contests/a1-partes',
    make: (isTampered) =>
      download(withContest('a1-partes', (one) => ({ ...one, side: isTampered ? undefined : one.side }))),
  },
  {
    what: 'a contest is taken out of the container',
    check: 'container.entries',
    reason: 'missing_entry',
    place: 'contests/b-renuncia/archive.bel',
    make: async (isTampered) => {
      const { contents } = await made(small);
      return zipOf(isTampered ? contents.filter(({ path }) => !path.startsWith('contests/b-renuncia')) : contents);
    },
  },
  {
    what: 'something is slipped in that nothing names',
    check: 'container.entries',
    reason: 'unexpected_entry',
    place: 'leame.txt',
    make: async (isTampered) => {
      const { contents } = await made(small);
      const bytes = Buffer.from('El resultado es otro.');
      const extra = { path: 'leame.txt', size: bytes.length, crc32: crc32(bytes), source: bytesSource(bytes) };
      return zipOf(isTampered ? [...contents, extra] : contents);
    },
  },
  {
    what: 'an option costs less than it did',
    check: 'count.outcome',
    reason: 'outcome_differs',
    place: 'contests/a1-partes/outcome.json',
    make: (isTampered) =>
      download(
        withContest('a1-partes', (one) => {
          const options = one.contest.options.map((option) =>
            isTampered && option.number === 3 ? { ...option, cost: '100' } : option,
          );
          return { ...one, contest: { ...one.contest, options } };
        }),
      ),
  },
  {
    what: 'two options have changed their numbers',
    check: 'count.outcome',
    reason: 'outcome_differs',
    place: 'contests/a1-partes/outcome.json',
    make: (isTampered) =>
      download(
        withContest('a1-partes', (one) => {
          const titles = one.contest.options.map(({ title }) => title);
          const [first = '', second = '', ...rest] = titles;
          const swapped = isTampered ? [second, first, ...rest] : titles;
          const options = one.contest.options.map((option, i) => ({ ...option, title: swapped[i] ?? '' }));
          return { ...one, contest: { ...one.contest, options } };
        }),
      ),
  },
  {
    what: 'an option is said to have been withdrawn',
    check: 'count.outcome',
    reason: 'outcome_differs',
    place: 'contests/a1-obras/outcome.json',
    make: (isTampered) =>
      download(
        withContest('a1-obras', (one) => {
          const options = one.contest.options.map((option) =>
            isTampered && option.number === 2 ? { ...option, withdrawn: true } : option,
          );
          return { ...one, contest: { ...one.contest, options } };
        }),
      ),
  },
  {
    what: 'the seed of the lots is another',
    check: 'count.lots',
    reason: 'lots_differ',
    place: 'contests/a2-empate/lots.json',
    make: (isTampered) =>
      download(isTampered && small.lots !== null ? { ...small, lots: { ...small.lots, seed: 'otra' } } : small),
  },
  {
    what: 'the lot was drawn until the other won',
    check: 'count.outcome',
    reason: 'outcome_differs',
    place: 'contests/a2-empate/outcome.json',
    make: async (isTampered) => {
      const whole = contestOf('a2-empate');
      const { lots } = small;
      invariant(lots !== null, 'the small consultation has a seed');
      const simulated = { archive: await archiveOf('a2-empate'), side: whole.side };
      for (let k = 0; isTampered; k += 1) {
        const other = await filesOf(whole.contest, simulated, { ...lots, seed: `dado ${k}` });
        if (winners(other) !== winners(whole)) return download(withContest('a2-empate', () => other));
      }
      return download(withContest('a2-empate', () => whole));
    },
  },
  {
    what: 'few ballots were opened though nobody had said so before',
    check: 'count.small',
    reason: 'too_few_ballots',
    place: 'contests/b-renuncia',
    make: (isTampered) =>
      download(withContest('b-renuncia', (one) => ({ ...one, contest: { ...one.contest, waiver: !isTampered } }))),
  },
  {
    what: 'a result that somebody dislikes is withheld',
    check: 'count.small',
    reason: 'enough_ballots',
    place: 'contests/a1-obras',
    make: async (isTampered) => {
      const rule = rules.find((one) => hashOf(one) === contestOf('a1-obras').contest.rule);
      invariant(rule !== undefined, 'the contest has a rule');
      const cut = await simulatedElection({ rule, voters: 12, until: 'tally' }, 'a1-obras');
      return download(
        withContest('a1-obras', (one) =>
          isTampered
            ? {
                ...one,
                contest: { ...one.contest, state: 'withheld' },
                archive: bytesSource(cut.archive),
                side: cut.side,
                outcome: undefined,
                lots: undefined,
              }
            : one,
        ),
      );
    },
  },
  {
    what: 'more people are said to have had the right to vote than credentials were made',
    check: 'election.slice',
    reason: 'other_credentials',
    place: 'contests/a1-obras',
    make: (isTampered) => download(withSlice('a1-obras', { people: isTampered ? 13 : 12, spares: 0, added: 0 })),
  },
  {
    what: 'a spare credential voted though it was given to nobody',
    check: 'election.slice',
    reason: 'more_ballots_than_people',
    place: 'contests/a1-obras',
    make: (isTampered) => download(withSlice('a1-obras', { people: 11, spares: 1, added: isTampered ? 0 : 1 })),
  },
  {
    what: 'the options stand by their numbers though another order was drawn',
    check: 'election.order',
    reason: 'other_place_on_paper',
    place: 'contests/a1-obras',
    make: async (isTampered) => {
      const { contest } = contestOf('a1-obras');
      const [rule] = rules.filter((one) => hashOf(one) === contest.rule);
      invariant(rule !== undefined, 'the contest has a rule');
      const order = { seed: 'dados 3 1 4', how: 'Tres personas, en la plaza.', drawn_at: 1_794_900_000 };
      const numbers = contest.options.map(({ number }) => number);
      const drawn = drawOrder({ seed: order.seed, contest: contest.id }, numbers, nodeSha256.sha256);
      const answers = drawn.map(({ option }) => `${option}. ${contest.options[option - 1]?.title ?? ''}`);
      const questions = [{ answers, blank: true, min: 1, max: 1, question: '¿Qué obra?' }];
      const change = isTampered ? {} : { questions };
      const held = await simulatedElection({ rule, voters: 12 }, 'a1-obras', change);
      const election = { uuid: held.uuid, fingerprint: held.fingerprint };
      const files = await filesOf({ ...contest, election }, held, null, isTampered ? null : order);
      return download({ ...small, lots: null, order, rules: [rule], contests: [files] });
    },
  },
  {
    what: 'a title is told in a language that the consultation does not have',
    check: 'manifest.form',
    reason: 'other_language',
    place: 'contests/a1-obras',
    make: async (isTampered) =>
      withManifest(await made(inTwoLanguages), (manifest) =>
        isTampered ? { ...manifest, consultation: { ...manifest.consultation, languages: ['es', 'pt'] } } : manifest,
      ),
  },
  {
    what: 'a part holds a contest from elsewhere',
    check: 'manifest.tree',
    reason: 'outside_part',
    place: 'contests/b-renuncia',
    make: async (isTampered) => {
      const whole = await made(small);
      const part = await makePart(whole, ['A', 'B'], nodeSha256);
      return withManifest(part, (manifest) =>
        isTampered ? { ...manifest, part: manifest.part && { ...manifest.part, roots: ['A'] } } : manifest,
      );
    },
  },
  {
    what: 'something stands behind the end of the container',
    check: 'container.form',
    reason: 'other_form',
    place: 'end of the file',
    make: async (isTampered) => Buffer.concat([await download(small), Buffer.from(isTampered ? 'x' : '')]),
  },
];

/** The text of the first ballot on a board. */
function firstBallot(archive: Buffer): string {
  const found = /\{"election_uuid":[^\n\0]*/u.exec(archive.toString('utf8'));
  invariant(found !== null, 'a board has ballots');
  return found[0];
}

const winners = ({ outcome = '' }: ContestMaterial): string => /"winners":\[[^\]]*\]/u.exec(outcome)?.[0] ?? '';

const verdicts = new Map<string, Promise<ConsultationVerification>>();
/** The verdict on a download; equal ones are verified once. */
function verdictOn(zip: Buffer): Promise<ConsultationVerification> {
  const hash = createHash('sha256').update(zip).digest('hex');
  const verdict = verdicts.get(hash) ?? verify(zip);
  verdicts.set(hash, verdict);
  return verdict;
}

describe('a download in which', () => {
  it.each(tamperings)('$what is refused by $check, its untampered twin accepted', async (tampering) => {
    const twin = await verdictOn(await tampering.make(false));
    expect(twin.findings).toEqual([]);
    expect(twin.answer).toBe('accepted');
    const refused = await verdictOn(await tampering.make(true));
    expect(refused.answer).not.toBe('accepted');
    const { check, reason, place } = tampering;
    expect(refused.findings).toContainEqual(expect.objectContaining({ check, reason, place }));
  });
});

describe('an accepted download', () => {
  it('is counted contest by contest and added up by territory', async () => {
    const { contests, territories, made: counts } = await verdictOn(await download(small));
    expect(contests.map(({ contest, outcome }) => [contest.id, outcome?.status, outcome?.winners])).toEqual([
      ['a1-obras', 'complete', [2, 1]],
      ['a1-partes', 'complete', [4, 1]],
      ['a2-empate', 'complete', [2]],
      ['a2-pocas', undefined, undefined],
      ['b-anulada', undefined, undefined],
      ['b-renuncia', 'complete', [3, 1]],
      ['b-sin-sorteo', 'lots_required', []],
    ]);
    expect(
      territories.map(({ code, contests: number, eligible, ballots }) => [code, number, eligible, ballots]),
    ).toEqual([
      ['A', 4, 72, 72],
      ['A1', 2, 62, 62],
      ['A2', 2, 10, 10],
      ['B', 3, 16, 16],
      ['C', 7, 88, 88],
    ]);
    expect(counts).toMatchObject({ 'election.archive': 7, 'count.outcome': 5, 'rules.form': 3 });
  });

  it('of a part says what it is part of, and holds the very files of the whole', async () => {
    const whole = await made(small);
    const part = await makePart(whole, ['A2'], nodeSha256);
    const verdict = await verify(await zipOf(part.contents));
    expect(verdict.answer).toBe('accepted');
    expect(verdict.manifest?.part?.whole).toBe((await verdictOn(await zipOf(whole.contents))).manifestSha256);
    expect(verdict.territories.map(({ code }) => code)).toEqual(['A', 'A2', 'C']);
    expect(verdict.contests.map(({ contest }) => contest.id)).toEqual(['a2-empate', 'a2-pocas']);
  });
});
