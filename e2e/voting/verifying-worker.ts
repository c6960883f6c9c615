/// <reference lib="WebWorker" />
import {
  createBallotVerifier,
  curveGroup,
  finiteFieldGroup,
  belenios2048,
  loadCurveCore,
  portableSha256,
  rfc3526Group14,
} from '@convite/crypto';

/** What the test asks a browser to verify. */
export interface VerificationRequest {
  readonly election: string;
  readonly ballot: string;
}

addEventListener('message', (event: MessageEvent<VerificationRequest>) => {
  void verify(event.data).then((answer) => {
    postMessage(answer);
  });
});

async function verify({ election, ballot }: VerificationRequest) {
  const core = await loadCurveCore();
  if (!core.ok) return { backend: core.error, failed: ['no core'] };
  const groups = {
    Ed25519: curveGroup(core.value),
    'BELENIOS-2048': finiteFieldGroup(belenios2048),
    'RFC-3526-2048': finiteFieldGroup(rfc3526Group14),
  };
  const suite = { group: (name: keyof typeof groups) => groups[name], sha256: portableSha256.sha256 };
  const verifier = createBallotVerifier(suite, election);
  verifier.verify([{ height: 1, text: ballot, credential: 0, weight: 1n }]);
  const { checks } = verifier.findings();
  return { backend: core.value.name, failed: Object.keys(checks.failed), made: Object.keys(checks.made).length };
}
