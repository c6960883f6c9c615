import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { invariant } from '@convite/kernel';
import { until } from '../until.ts';

/** A file system that forgets, at a power cut, all that no program made sure of. */
export interface VolatileDisk {
  readonly folder: string;
  /** From here on nothing more reaches the disk: no page that is still in memory, and not the journal either. */
  cutPower(): void;
  /** What a machine does when the power is back. Waits for programs that were killed and still hold a file on it. */
  powerOn(): Promise<void>;
  remove(): void;
}

/**
 * An ext4 file system in a file, shut down by the ioctl that its own tests use for a power cut.
 *
 * Source: Linux, Documentation/ABI of ext4, `EXT4_IOC_SHUTDOWN` (`_IOR('X', 125, __u32)`) with `EXT4_GOING_FLAGS_NOLOGFLUSH` = 2.
 * Requires: root, mkfs.ext4, loop devices, Perl. @returns undefined where one of them is missing
 */
export function makeVolatileDisk(megabytes: number): VolatileDisk | undefined {
  const place = mkdtempSync(join(tmpdir(), 'convite-disk-'));
  const [image, folder] = [`${place}/disk.img`, mkdtempSync(join(tmpdir(), 'convite-mounted-'))];
  const mount = () => succeeds('mount', '-o', 'loop', image, folder);
  const clean = (): void => {
    for (const each of [place, folder]) rmSync(each, { recursive: true, force: true });
  };
  if (
    !succeeds('truncate', '-s', `${megabytes}M`, image) ||
    !succeeds('mkfs.ext4', '-q', '-m', '0', image) ||
    !succeeds('perl', '-e', '1') ||
    !mount()
  ) {
    clean();
    return undefined;
  }
  // The database's own account goes through it.
  chmodSync(folder, 0o755);
  return {
    folder,
    cutPower() {
      const shutDown =
        'open(my $f, "<", $ARGV[0]) or die; my $flags = pack("L", 2); ioctl($f, 0x8004587d, $flags) or die';
      invariant(succeeds('perl', '-e', shutDown, folder), 'the file system is shut down');
    },
    async powerOn() {
      await until(() => succeeds('umount', folder) || undefined);
      invariant(mount(), 'the file system is mounted again');
    },
    remove() {
      succeeds('umount', '-l', folder);
      clean();
    },
  };
}

const succeeds = (program: string, ...parameters: readonly string[]): boolean =>
  spawnSync(program, parameters, { stdio: 'ignore' }).status === 0;
