export { type DrawnOption, drawLots, isSeed, type LotsBasis } from './lots/draw-lots.ts';
export { crc32 } from './zip/crc32.ts';
export { type FoundEntry, readZip, type ZipFault } from './zip/read-zip.ts';
export { writeZip, zipBytes, type ZipContent } from './zip/write-zip.ts';
