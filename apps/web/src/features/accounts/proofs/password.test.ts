import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { hashPassword, isPassword } from './password.ts';

it('knows a password again, and no other', async () => {
  const stored = await hashPassword('un río sin orillas', randomBytes);
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/u);
  expect(await isPassword('un río sin orillas', stored)).toBe(true);
  expect(await isPassword('un rio sin orillas', stored)).toBe(false);
  expect(await isPassword('', stored)).toBe(false);
});

it('takes a password in the other form of the same letters', async () => {
  const stored = await hashPassword('río'.normalize('NFC').repeat(4), randomBytes);
  expect(await isPassword('río'.normalize('NFD').repeat(4), stored)).toBe(true);
});

it('salts: the same password is stored in two forms', async () => {
  expect(await hashPassword('a', randomBytes)).not.toBe(await hashPassword('a', randomBytes));
});

it('refuses every password where none is stored, or where what is stored has no form of ours', async () => {
  for (const stored of [null, '', '$argon2i$v=19$m=8,t=1,p=1$AAAA$AAAA', 'plain']) {
    expect(await isPassword('plain', stored)).toBe(false);
  }
});

it('agrees with the reference program on a vector of its own tests', async () => {
  const stored = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
  expect(await isPassword('password', stored)).toBe(true);
  expect(await isPassword('passwore', stored)).toBe(false);
});
