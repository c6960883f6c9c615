/** Loaded in front of a program (`node --import`): leaves in a file what the program used, threads included. */
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { isMainThread } from 'node:worker_threads';

const path = process.env['CONVITE_BENCH_USAGE'];
if (isMainThread && path !== undefined) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeFileSync(path, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, peakKilobytes: maxRSS }));
  });
}
