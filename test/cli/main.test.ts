import { describe, expect, test } from 'vitest';
import { VERSION } from '../../src/experiment/index.ts';
import { answer, ended, mhhsim, start } from './command.ts';

describe('the command line', () => {
  test('without a command says that there is none, and where help is', async () => {
    expect(await answer()).toEqual({ code: 2, out: '', err: 'no command is given; see mhhsim --help' });
  });

  test.each([
    ['rnu', 'run'],
    ['replya', 'replay'],
    ['procedure', 'procedures'],
    ['vallidate', 'validate'],
  ])('takes %s for a slip of %s', async (slip, meant) => {
    expect(await answer(slip, 'x')).toEqual({ code: 2, out: '', err: `Did you mean ${meant}?; see mhhsim --help` });
  });

  test.each([
    [['run', 'x.yaml', '--bogus'], 'Unknown argument: bogus; see mhhsim --help'],
    [['run', 'x.yaml', 'y.yaml'], 'Unknown argument: y.yaml; see mhhsim --help'],
    [['run', 'x.yaml', '--scale'], 'Not enough arguments following: scale; see mhhsim --help'],
    [['run', 'x.yaml', '--set'], 'Not enough arguments following: set; see mhhsim --help'],
    [['run'], 'Not enough non-option arguments: got 0, need at least 1; see mhhsim --help'],
    [
      ['run', 'x.yaml', '--core', 'quick'],
      'Invalid values:\n  Argument: core, Given: "quick", Choices: "folded", "ordered"; see mhhsim --help',
    ],
  ])('answers bad usage in a line and with exit code 2: %j', async (args, err) => {
    expect(await answer(...args)).toEqual({ code: 2, out: '', err });
  });

  test('lists its commands in --help and tells its version, with exit code 0', async () => {
    const [help, version] = await Promise.all([mhhsim(['--help']), mhhsim(['--version'])]);
    expect(help).toMatchObject({ code: 0, err: '' });
    for (const command of ['run', 'replay', 'validate', 'schema', 'report', 'chart', 'trace', 'breaches', 'procedures'])
      expect(help.out).toMatch(new RegExp(`^  mhhsim ${command}\\b`, 'm'));
    expect(version).toMatchObject({ code: 0, out: `${VERSION}\n`, err: '' });
  });

  test('shows where an error came from only when DEBUG is set', async () => {
    const args = ['replay', 'nowhere'];
    const [plain, debug] = await Promise.all([mhhsim(args), mhhsim(args, { env: { DEBUG: '1' } })]);
    expect(plain).toMatchObject({ code: 2, out: '', err: 'nowhere is not there\n' });
    expect(debug.code).toBe(2);
    expect(debug.err).toMatch(/nowhere is not there\n +at /);
  });

  test('takes a reader who has seen enough for no error', async () => {
    const child = start(['calendar', '--from', '2025-01-01', '--to', '2029-12-31']);
    child.stdout!.once('data', () => child.stdout!.destroy());
    const closed = new Promise(resolve => child.on('close', resolve));
    let err = '';
    child.stderr!.on('data', data => {
      err += data;
    });
    expect([await closed, err]).toEqual([0, '']);
  });

  test('prints no colours into a pipe', async () => {
    const { out } = await ended(start(['calendar', '--from', '2025-12-20', '--to', '2026-01-05']));
    expect(out).not.toContain('\u001b');
  });
});
