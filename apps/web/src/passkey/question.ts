/** What the server asks of a passkey, as it stands in the page: bytes in base 64 without padding. */
export interface Question {
  readonly challenge: string;
  readonly rpId?: string;
  readonly rp?: PublicKeyCredentialRpEntity;
  readonly user?: { readonly id: string; readonly name: string; readonly displayName: string };
  readonly pubKeyCredParams?: PublicKeyCredentialParameters[];
  readonly excludeCredentials?: readonly { readonly id: string }[];
  readonly authenticatorSelection?: AuthenticatorSelectionCriteria;
  readonly timeout?: number;
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
}

function textOf(bytes: ArrayBuffer): string {
  const plain = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('');
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Asks the browser to make a passkey, or to answer with one; undefined when the person gave up or has none. */
export async function ask(kind: 'create' | 'get', question: Question): Promise<object | undefined> {
  const credential = kind === 'create' ? await created(question) : await answered(question);
  if (!(credential instanceof PublicKeyCredential)) return undefined;
  const { response } = credential;
  const clientDataJSON = textOf(response.clientDataJSON);
  const common = {
    id: credential.id,
    rawId: textOf(credential.rawId),
    type: credential.type,
    clientExtensionResults: {},
  };
  if (response instanceof AuthenticatorAttestationResponse) {
    return { ...common, response: { clientDataJSON, attestationObject: textOf(response.attestationObject) } };
  }
  if (!(response instanceof AuthenticatorAssertionResponse)) return undefined;
  return {
    ...common,
    response: {
      clientDataJSON,
      authenticatorData: textOf(response.authenticatorData),
      signature: textOf(response.signature),
      userHandle: response.userHandle === null ? null : textOf(response.userHandle),
    },
  };
}

const answered = ({ challenge, rpId, timeout }: Question): Promise<Credential | null> =>
  navigator.credentials.get({
    publicKey: {
      challenge: bytesOf(challenge),
      userVerification: 'required',
      ...(rpId !== undefined && { rpId }),
      ...(timeout !== undefined && { timeout }),
    },
  });

async function created(question: Question): Promise<Credential | null> {
  const { challenge, rp, user, pubKeyCredParams, excludeCredentials = [], authenticatorSelection, timeout } = question;
  if (rp === undefined || user === undefined || pubKeyCredParams === undefined) return null;
  return await navigator.credentials.create({
    publicKey: {
      challenge: bytesOf(challenge),
      rp,
      user: { ...user, id: bytesOf(user.id) },
      pubKeyCredParams,
      excludeCredentials: excludeCredentials.map(({ id }) => ({ id: bytesOf(id), type: 'public-key' })),
      attestation: 'none',
      ...(authenticatorSelection !== undefined && { authenticatorSelection }),
      ...(timeout !== undefined && { timeout }),
    },
  });
}
