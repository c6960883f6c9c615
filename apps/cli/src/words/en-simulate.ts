import type { ElectionRefusal, SimulationRefusal } from '@convite/crypto';
import { assertNever } from '@convite/kernel';
import { askedOption, type SimulateRequest } from '../arguments/simulate-request.ts';
import { figuresOf } from './figures.ts';
import type { SimulateWords } from './simulate-words.ts';

const { count: n } = figuresOf('en');

/** What `convite simulate --help` prints. */
export const englishSimulateHelp = `convite simulate: makes up a whole election with sealed ballots

Usage
  npm run -s convite -- simulate --out DIR [options]

Writes the archive of an election (.bel) in which everybody votes at random, its side file, and a private file with what
nobody knows in a real one: the credential of each voter, the keys of the trustees, who chose what. For trying out,
for teaching and for tests; never for an election that is to be secret.

Options
  --out DIR                  the folder to write into: a new one or an empty one
  --group GROUP              Ed25519 (default); BELENIOS-2048 or RFC-3526-2048 for what belenios-tool 2.0 is to verify
  --homomorphic N:MIN..MAX   a question with N answers of which MIN to MAX are chosen; only totals are decrypted;
                             N:MIN..MAX:blank allows a blank vote too; may be repeated; N up to 1,000
  --mixed INTS               a question whose ballots are shuffled and decrypted one by one, of so many numbers: up to
                             16 carry eight approvals each (Ed25519: no more; RFC-3526-2048: 200 plain ones;
                             BELENIOS-2048: none); may be repeated. Without any question: 5:1..2:blank and one of 1
  --voters N                 how many vote; default 12, up to 1,000,000
  --revotes N                how many ballots replace an earlier one; default 2
  --trustees 1|TofN          one who holds the whole key, or N of whom any T decrypt; default 2of3, N up to 100
  --shuffles N               how many trustees shuffle, with mixed questions alone; default 2, or all of fewer
  --seed TEXT                the same text makes the same files, byte for byte; the name of the election and of the
                             files then say SIMULATION, for whoever knows the text knows every secret
  --until STATE              stop with the votes to come (setup), ended (ballots), added up (tally), or decrypted
                             (result, the default)
  --lang es|en               language of what is said here; default from LC_ALL or LANG

The files get their names when they are complete; nothing half-written is left. Before long work it is said how long
it will take.

Examples
  npm run -s convite -- simulate --out street
  npm run -s convite -- simulate --out stock --group BELENIOS-2048 --homomorphic 4:1..2 --trustees 1

Ends with 0 when the election is made, 2 when the folder or the command line cannot be used.
`;

/** What `convite simulate` says, in English. */
export const englishSimulate: SimulateWords = {
  refusal: (refusal, request) => `${sentence(refusal, request)} Nothing was written.`,
  folder: (fault, path) => {
    switch (fault.type) {
      case 'not_empty':
        return `${path} is not empty. Name a new folder, or an empty one, so that nothing of yours is mixed up.`;
      case 'not_a_folder':
        return `${path} is no folder (${fault.code}).`;
      case 'no_permission':
        return `Nothing may be written into ${path} (${fault.code}).`;
      case 'other':
        return `Nothing can be written into ${path} (${fault.code}).`;
      default:
        return assertNever(fault);
    }
  },
  started: (ballots, size, duration) => `Making ${n(ballots)} ballots: about ${size}, about ${duration}.`,
  stage: {
    trustees: 'trustees',
    credentials: 'credentials',
    setup: 'setup',
    ballots: 'ballots',
    tally: 'tally',
    shuffles: 'shuffles',
    decryptions: 'decryptions',
    result: 'result',
  },
  made: (name) => `Made: ${name}`,
  sizes: (voters, ballots) =>
    `${voters === 1 ? '1 voter' : `${n(voters)} voters`}, ${ballots === 1 ? '1 ballot' : `${n(ballots)} ballots`}.`,
  headings: { files: 'Files', check: 'Check it' },
  archive: (path, size) => `${path}: the archive, for everybody (${size})`,
  side: (path) => `${path}: the side file with the strong proofs of decryption, for everybody`,
  secrets: (path) => `${path}: PRIVATE: credentials, keys, and who chose what`,
  seeded: 'Made from a seed: whoever knows it knows every secret. The files say SIMULATION.',
  took: (seconds) => `Took ${seconds} s.`,
};

function sentence(refusal: SimulationRefusal, request: SimulateRequest): string {
  switch (refusal.type) {
    case 'election':
      return electionSentence(refusal.refusal, request);
    case 'voters_out_of_range':
      return `--voters ${n(refusal.found)}: between 1 and ${n(refusal.most)} can vote.`;
    case 'revotes_out_of_range':
      return `--revotes ${n(refusal.found)}: there can be at most ${n(refusal.most)}.`;
    case 'trustees_out_of_range':
      return `--trustees: between 1 and ${n(refusal.most)} people can hold the key; ${n(refusal.found)} cannot.`;
    case 'threshold_out_of_range':
      return `--trustees ${refusal.threshold}of${refusal.size}: at least one and at most all of ${n(refusal.size)} decrypt.`;
    case 'weights_too_large':
      return `All weights together may be at most ${n(Number(refusal.most))}.`;
    case 'weights_with_mixed':
      return 'Where a question is mixed every vote weighs the same.';
    case 'shuffles_out_of_range':
      return refusal.most === 0
        ? `--shuffles ${n(refusal.found)}: only the ballots of mixed questions are shuffled, and there is no --mixed.`
        : `--shuffles ${n(refusal.found)}: at least one trustee shuffles, and each once at most: 1 to ${n(refusal.most)}.`;
    default:
      return assertNever(refusal);
  }
}

function electionSentence(refusal: ElectionRefusal, { questions, group }: SimulateRequest): string {
  const asked = 'question' in refusal ? questions[refusal.question] : undefined;
  const option = asked === undefined ? '' : askedOption(asked);
  switch (refusal.type) {
    case 'question_unanswerable':
      return asked?.kind === 'mixed'
        ? `${option}: that is no question of ${group}. Mixed questions have 1 to 16 numbers in Ed25519, 1 to 200 in RFC-3526-2048, and are not possible in BELENIOS-2048.`
        : `${option}: nobody can answer that. There is at least one answer, and MIN is at most MAX, and MAX at most N.`;
    case 'nothing_to_choose':
      return `${option}: there is nothing to choose. MAX is at least 1 where blank votes are not allowed.`;
    case 'too_many_answers':
      return `${option}: a question has at most ${n(refusal.most)} answers.`;
    case 'too_many_questions':
      return `An election has at most ${n(refusal.most)} questions; these are ${n(refusal.found)}.`;
    case 'election_too_large':
    case 'text_too_long':
    case 'no_question':
    case 'text_missing':
    case 'text_malformed':
    case 'answer_repeated':
    case 'layout_unusable':
      return `Such an election cannot be set up (${refusal.type}).`;
    default:
      return assertNever(refusal);
  }
}
