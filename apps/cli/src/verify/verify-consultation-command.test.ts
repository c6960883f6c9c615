import { afterAll, describe, expect, it } from 'vitest';
import { convite, conviteProcess, makeFolder } from '../run-command.fixture.ts';
import { consultationReportSchema } from './consultation-report.ts';
import { filesOf, hashOf, made, naming, simulatedElection, small, zipOf } from './small-consultation.fixture.ts';
import { verifyConsultationFile } from './verify-consultation-file.ts';

const folder = await makeFolder();
afterAll(folder.remove);

const zip = await zipOf((await made(small)).contents);
const path = await folder.write('obras.zip', zip);
const [first, ...others] = small.contests;
if (first === undefined) throw new Error('the small consultation has contests');
const cheaper = first.contest.options.map((option) => ({ ...option, cost: '100' }));
const changed = { ...small, contests: [{ ...first, contest: { ...first.contest, options: cheaper } }, ...others] };
const changedPath = await folder.write('cambiado.zip', await zipOf((await made(changed)).contents));

const withThreads = (threads: number) => ({ threads, patience: 0, now: () => 0, progress: () => undefined });

describe('convite verify of a consultation', () => {
  it('says in words what holds and what it adds up to', async () => {
    const { code, stdout, stderr } = await conviteProcess(['verify', path, '--lang', 'en']);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toContain('ACCEPTED: 7 contests, all 16 kinds of checks that apply hold.');
    expect(stdout).toContain('1 contest waits for a public lot.');
    expect(stdout).toContain('Ties were settled by lots from the public seed “Lotería 2026-11-29: 04 17 23 31 40”.');
    expect(stdout).toMatch(/Comuna +7 +88 +88 +/u);
  });

  it('names in Spanish what was changed, and refuses', async () => {
    const { code, stdout } = await convite(['verify', changedPath, '--lang', 'es']);
    expect(code).toBe(1);
    expect(stdout).toContain('RECHAZADO');
    expect(stdout).toContain('contests/a1-obras/outcome.json: al contar de nuevo sale otra cosa');
  });

  it('answers programs in its published form', async () => {
    const accepted = await convite(['verify', path, '--json']);
    const report = consultationReportSchema.parse(JSON.parse(accepted.stdout));
    expect(report).toMatchObject({ accepted: true, failures: [], consultation: { slug: 'obras-2026', part_of: null } });
    expect(report.territories.find(({ code }) => code === 'C')).toMatchObject({ eligible: 88, ballots: 88 });
    expect(report.contests.find(({ id }) => id === 'a2-empate')).toMatchObject({
      eligible: 10,
      counted: 10,
      winners: [2],
    });
    const refused = await convite(['verify', changedPath, '--json']);
    expect(refused.code).toBe(1);
    const { failures } = consultationReportSchema.parse(JSON.parse(refused.stdout));
    expect(failures.map(({ check, place, reason }) => [check, place, reason])).toEqual([
      [222, 'contests/a1-obras/lots.json', 'lots_not_needed'],
      ...failures.slice(1).map(() => [223, 'contests/a1-obras/outcome.json', 'outcome_differs']),
    ]);
    expect(failures.length).toBeGreaterThan(1);
  });

  it('accepts a contest whose rule names an option that was withdrawn', async () => {
    const simulated = await simulatedElection({ rule: naming, voters: 12 }, 'grupo');
    const { uuid, fingerprint } = simulated;
    const options = first.contest.options.map((option) => ({ ...option, withdrawn: option.number === 2 }));
    const contest = { ...first.contest, options, rule: hashOf(naming), election: { uuid, fingerprint } };
    const files = await filesOf(contest, simulated);
    const whole = await zipOf(
      (await made({ ...small, rules: [...small.rules, naming], contests: [...others, files] })).contents,
    );
    const verified = await verifyConsultationFile(await folder.write('grupo.zip', whole), withThreads(0));
    expect(verified).toMatchObject({ ok: true, value: { verification: { answer: 'accepted' } } });
  });

  it('finds the same on no, one and two threads', async () => {
    const none = await verifyConsultationFile(changedPath, withThreads(0));
    expect(none).toMatchObject({ ok: true, value: { verification: { answer: 'refused' } } });
    expect(await verifyConsultationFile(changedPath, withThreads(1))).toEqual(none);
    expect(await verifyConsultationFile(changedPath, withThreads(2))).toEqual(none);
  });

  it('takes no options of the archive of one election', async () => {
    const { code, stdout, stderr } = await convite(['verify', path, '--side', path, '--lang', 'en']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--side and --earlier are for the archive of one election');
  });

  it('refuses a ZIP file that is something else', async () => {
    const strange = await folder.write('otro.zip', Buffer.from('PK\u0003\u0004 y nada más'));
    const { code, stdout } = await convite(['verify', strange, '--lang', 'en']);
    expect(code).toBe(1);
    expect(stdout).toContain('it is a ZIP file of another form');
  });
});
