import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { executeRun } from '../../src/experiment/index.ts';
import { loadScenario } from '../../src/scenario/index.ts';
import { temporaryFolder } from '../results/temporary-folder.ts';
import { answer, mhhsim, smallScenario } from './command.ts';

const dir = temporaryFolder();
const run = join(dir, 'run');
let digest = '';
beforeAll(async () => {
  const { scenario } = loadScenario(smallScenario(dir));
  const request = { scenario, scale: 0.1, core: 'folded', trace: 3 } as const;
  const { manifest } = await executeRun(request, { out: run, report: false });
  digest = manifest.digest!;
});

describe('replay', () => {
  test('of an untouched run says that it is the same, and ends with 0', async () => {
    expect(await mhhsim(['replay', run])).toEqual({ code: 0, signal: null, out: `the same: ${digest}\n`, err: '' });
  });

  test('of a run in which a row was changed tells the row, as recorded and as replayed, and ends with 1', async () => {
    const changed = join(dir, 'changed');
    cpSync(run, changed, { recursive: true });
    const db = new Database(join(changed, 'results.sqlite'));
    db.exec(`UPDATE day SET holiday = 'Feast' WHERE date = '2025-11-03'`);
    db.close();
    const { code, out, err } = await mhhsim(['replay', changed]);
    expect([code, err]).toEqual([1, '']);
    expect(out.split('\n')).toEqual([
      `not the same: the replay gives ${digest} as recorded, the stored tables do not`,
      'first difference: table day, row 33',
      '  recorded: {"date":"2025-11-03","working_day":1,"holiday":"Feast","migration_day":1,"milestone":null}',
      '  replayed: {"date":"2025-11-03","working_day":1,"holiday":null,"migration_day":1,"milestone":null}',
      '',
    ]);
  });

  test('of a run whose manifest tells another digest says so, as JSON too, and ends with 1', async () => {
    const retold = join(dir, 'retold');
    cpSync(run, retold, { recursive: true });
    const path = join(retold, 'manifest.json');
    const other = 'f'.repeat(64);
    writeFileSync(path, readFileSync(path, 'utf8').replace(digest, other));
    const [words, json] = await Promise.all([mhhsim(['replay', retold]), mhhsim(['replay', retold, '--json'])]);
    expect(words).toMatchObject({
      code: 1,
      out: `not the same: recorded ${other}, replayed ${digest}\nthe stored tables agree with the replay; the manifest's digest does not\n`,
    });
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toEqual({ agrees: false, recorded: other, replayed: digest });
  });

  test('of what is no run says so in a line, and ends with 2', async () => {
    expect(await answer('replay', dir)).toEqual({
      code: 2,
      out: '',
      err: `${dir} is not a run folder: it has no manifest.json`,
    });
    expect(await answer('replay', join(dir, 'small.yaml'))).toMatchObject({
      code: 2,
      err: `${join(dir, 'small.yaml')} is not a run folder: it is a file`,
    });
  });
});
