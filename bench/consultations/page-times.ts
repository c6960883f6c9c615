import type { StaffBrowser } from './staff-browser.ts';

/** Milliseconds until the last byte: the middle one, that of 95 in 100, the longest. */
export interface PageTimes {
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
}

/** Asks for pages one after another. */
export async function pageTimes(browser: StaffBrowser, paths: readonly string[]): Promise<PageTimes> {
  const times: number[] = [];
  for (const path of paths) {
    const began = performance.now();
    const answer = await browser.get(path);
    await answer.arrayBuffer();
    times.push(performance.now() - began);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? 0);
  return { p50: at(0.5), p95: at(0.95), most: at(1) };
}

/** What a control room leads to: pages of its list with different filters, and the contests on its first page. */
export interface RoomPaths {
  readonly rooms: readonly string[];
  readonly contests: readonly string[];
}

/** @param looks how many pages of each kind. */
export async function roomPaths(browser: StaffBrowser, slug: string, looks: number): Promise<RoomPaths> {
  const room = `/org/c/${slug}`;
  const listed = await (await browser.get(room)).text();
  const ids = [...new Set([...listed.matchAll(/\/contests\/([0-9a-f-]{36})"/gu)].map(([, id = '']) => id))];
  const below = /<select[^>]*name="r"[\s\S]*?<\/select>/u.exec(listed)?.[0] ?? '';
  const regions = [...below.matchAll(/value="([0-9a-f-]{36})"/gu)].map(([, id = '']) => id);
  const rooms = Array.from({ length: looks }, (_, i) => {
    const query = [`p=${1 + i * 2}`, `r=${regions[i % regions.length] ?? ''}`, `q=C0${i % 5}`, 's=no_voters'][i % 4];
    return `${room}?${query}`;
  });
  const contests = Array.from({ length: looks }, (_, i) => `${room}/contests/${ids[i % ids.length] ?? ''}`);
  return { rooms, contests };
}
