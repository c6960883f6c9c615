import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { makePace } from '../../http/pace.ts';
import type { Mailer } from '../../mail/mailer.ts';
import type { Database } from '../../persistence/database.ts';
import type { BallotsContext, CodeLetter } from './ballots-context.ts';
import { openSigner } from './board/signing-key.ts';
import { type FoundBoards, openBoards } from './open-boards.ts';
import { codeMail } from './pages/code-mail.ts';
import { startProofThreads, startWhenNeeded } from './proofs/proof-threads.ts';
import { type AdmissionLimits, makeAdmission } from './usecases/admission.ts';
import { type Casting, readElection } from './usecases/cast-ballot.ts';
import { makeCastLines } from './usecases/cast-lines.ts';
import { keepElections } from './usecases/election-texts.ts';
import { publishBoard } from './usecases/publish-board.ts';
import { makePublishing } from './usecases/publishing.ts';
import { recordBallots } from './usecases/record-ballots.ts';

/** The room of ballots, ready for work. */
export interface Ballots {
  readonly context: BallotsContext;
  readonly casting: Casting;
  /** What the start found of the boards. */
  readonly found: FoundBoards;
  close(): Promise<void>;
}

export interface BallotsPlaces {
  readonly database: Database;
  /** Folder of the boards and of their key; servers that work together share it. */
  readonly folder: string;
  /** What threads run that check proofs. */
  readonly proofProgram: URL;
  readonly threads: number;
  /** Of those for tallies, which stand back behind the others; as many as the others where it is left out. */
  readonly tallyThreads?: number;
  readonly now: () => Date;
  /** The mailer of the installation. */
  readonly sendMail: Mailer;
  readonly limits?: AdmissionLimits;
  /** The code by which whoever runs the server says that what a restored backup lacks was asked for. */
  readonly restored?: string | undefined;
}

/**
 * Ballots inside at a time: as many as one processor checks in half a second, so that nobody who is let in waits much
 * longer; and a line that is quickly looked through.
 */
const usualLimits: AdmissionLimits = { inside: 100, line: 5000 };

/** Letters with codes that one network asks for to one address of a contest. */
const mostLetters = { most: 5, milliseconds: 24 * 60 * 60_000 } as const;

/** Opens the boards, brings those up to date that a crash left behind, starts the threads. */
export async function openBallots({
  database,
  folder,
  proofProgram,
  threads,
  tallyThreads = threads,
  now,
  sendMail,
  limits = usualLimits,
  restored,
}: BallotsPlaces): Promise<Ballots> {
  const signer = openSigner(join(folder, 'key', 'signing-key.pem'));
  const { boards, found } = await openBoards({ database, folder, signer, now, restored });
  const proofs = startProofThreads(proofProgram, threads);
  const tallyProofs = startWhenNeeded(() => startProofThreads(proofProgram, tallyThreads, { standsBack: true }));
  const secondFactor = {
    admissionKey: signer.secretFor('admission'),
    codeKey: signer.secretFor('email-code'),
    peopleKey: signer.secretFor('people'),
    random: randomBytes,
    lettersPace: makePace(mostLetters),
    sendCode: (letter: CodeLetter) => sendMail(codeMail(letter)),
    mailerAnswers: () => sendMail.answers(),
  };
  const context: BallotsContext = { database, proofs, tallyProofs, boards, now, secondFactor };
  const publishing = makePublishing((contest) => publishBoard(context, contest));
  // Whoever has a receipt finds it from the first page on, not from the next ballot on.
  for (const contest of boards.behind()) await publishing.publish(contest);
  return {
    context,
    found,
    casting: {
      context,
      elections: keepElections((contest) => readElection(context, contest)),
      admission: makeAdmission(limits),
      lines: makeCastLines((contest, ballots) => recordBallots(context, contest, ballots)),
      publishing,
    },
    async close() {
      await Promise.all([proofs.close(), tallyProofs.close()]);
    },
  };
}
