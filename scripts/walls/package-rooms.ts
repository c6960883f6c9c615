import type { Room } from './room.ts';

const none: readonly string[] = [];

/** The rooms of the packages, and of the command. */
export const packageRooms: readonly Room[] = [
  { name: 'kernel', files: /^packages\/kernel\/src\//, rooms: none, packages: none, node: none },
  { name: 'counting', files: /^packages\/counting\/src\//, rooms: ['kernel'], packages: ['zod'], node: none },
  {
    name: 'counting/oracle',
    files: /^packages\/counting\/oracle\//,
    rooms: ['kernel', 'counting'],
    packages: ['zod', 'fast-check'],
    node: 'all',
  },
  {
    name: 'crypto',
    files: /^packages\/crypto\/src\//,
    rooms: ['kernel', 'machine in tests'],
    packages: ['@noble/ciphers', '@noble/curves', '@noble/hashes', '@scure/base', '@scure/bip39'],
    node: none,
  },
  {
    // What Node brings along for the arithmetic of crypto.
    name: 'machine',
    files: /^packages\/machine\/src\//,
    rooms: ['kernel', 'crypto'],
    packages: none,
    node: ['node:crypto', 'node:process'],
  },
  {
    name: 'crypto/curve assembly',
    files: /^packages\/crypto\/curve\/assembly\//,
    rooms: none,
    packages: none,
    node: none,
  },
  { name: 'crypto/curve build', files: /^packages\/crypto\/curve\//, rooms: none, packages: none, node: 'all' },
  { name: 'crypto/browser', files: /^packages\/crypto\/browser\//, rooms: ['crypto'], packages: none, node: none },
  {
    name: 'crypto/interop',
    files: /^packages\/crypto\/interop\//,
    rooms: ['kernel', 'crypto'],
    packages: none,
    node: 'all',
  },
  {
    name: 'domain',
    files: /^packages\/domain\/src\//,
    rooms: ['kernel', 'counting types'],
    packages: none,
    node: none,
  },
  {
    name: 'archive',
    files: /^packages\/archive\/src\//,
    rooms: ['kernel', 'counting', 'crypto', 'domain'],
    packages: ['zod'],
    node: none,
  },
  {
    name: 'trustee',
    files: /^packages\/trustee\/src\//,
    rooms: ['kernel', 'crypto', 'archive'],
    packages: none,
    node: none,
  },
  {
    // The work of a registrar of a consultation: for the page and the command.
    name: 'registrar',
    files: /^packages\/registrar\/src\//,
    rooms: ['kernel', 'crypto', 'domain', 'archive'],
    packages: ['uqr'],
    node: none,
  },
  {
    name: 'cli',
    files: /^apps\/cli\//,
    rooms: ['kernel', 'counting', 'crypto', 'domain', 'archive', 'trustee', 'registrar', 'machine'],
    packages: ['*'],
    node: 'all',
  },
];
