export { loadMachineSuite } from './load-machine-suite.ts';
export { nativePower } from './native-power.ts';
export { nodeSha256 } from './node-sha256.ts';
