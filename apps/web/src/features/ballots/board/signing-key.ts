import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import {
  type BoardHead,
  boardKeyText,
  headText,
  protocolText,
  type SignedProtocol,
  writeHead,
  writeProtocol,
} from '@convite/crypto';
import { nodeSha256 } from '@convite/machine';

const { sha256 } = nodeSha256;

/** Signs heads of boards, and result protocols. */
export interface HeadSigner {
  /** The public key as it is published. */
  readonly keyText: string;
  readonly sign: (head: BoardHead) => string;
  readonly signProtocol: (protocol: SignedProtocol) => string;
  /** A secret of 32 bytes for another purpose, which stands outside the database like the key that it comes from. */
  readonly secretFor: (purpose: string) => Uint8Array;
}

/**
 * Opens the service's key for boards, which is made at the first start; of servers that start together one makes it.
 *
 * The file stands outside the database, so that a copy of the database alone can sign nothing.
 */
export function openSigner(path: string): HeadSigner {
  if (!existsSync(path)) makeKey(path);
  return signerOf(createPrivateKey(readFileSync(path)));
}

function makeKey(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}`;
  const file = openSync(draft, 'w', 0o600);
  writeSync(file, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  fsyncSync(file);
  closeSync(file);
  try {
    linkSync(draft, path);
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault;
  } finally {
    rmSync(draft);
  }
}

function signerOf(key: KeyObject): HeadSigner {
  // The last 32 bytes of the encoding are the key itself (RFC 8410).
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32);
  const seed = key.export({ type: 'pkcs8', format: 'der' });
  return {
    secretFor: (purpose) => createHmac('sha256', seed).update(`convite/${purpose}/1`).digest(),
    keyText: boardKeyText(publicKey, sha256),
    signProtocol: (protocol) =>
      writeProtocol(protocol, publicKey, sign(null, Buffer.from(protocolText(protocol)), key), sha256),
    sign: (head) => writeHead(head, publicKey, sign(null, Buffer.from(headText(head)), key), sha256),
  };
}
