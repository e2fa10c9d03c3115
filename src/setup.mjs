// Installs and builds what is missing, on whatever Node the machine has; `start` then runs the main job.
// Plain JavaScript, because it runs before anything is built.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = name => join(root, name);
const modified = name => (existsSync(at(name)) ? statSync(at(name)).mtimeMs : 0);

/** Runs a program in the project's folder, its chatter on stderr, and leaves with its exit code if it fails. */
function run(program, args, stdout = 2) {
  const done = spawnSync(program, args, { cwd: root, stdio: ['inherit', stdout, 'inherit'] });
  if (done.error) {
    console.error(`mhhsim: ${program} could not be started: ${done.error.message}`);
    process.exit(1);
  }
  if (done.status !== 0) process.exit(done.status ?? 1);
}

/** Time of the last change below a folder, in milliseconds. */
function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(at(folder), { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) latest = Math.max(latest, statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs);
  }
  return latest;
}

if (modified('node_modules/.package-lock.json') < modified('package-lock.json')) {
  console.error('mhhsim: installing what is missing (once) …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}
// The Node of the project's own, where the optional package brought one; else the one this runs on.
const own = at('node_modules/.bin/node');
const node = existsSync(own) ? own : process.execPath;
if (modified('dist/.built') < Math.max(newest('src'), modified('tsconfig.json'))) {
  console.error('mhhsim: building …');
  rmSync(at('dist'), { recursive: true, force: true });
  run(node, [at('node_modules/tsc7/bin/tsc'), '-p', 'tsconfig.json']);
  run(node, [at('src/bundle.mjs')]);
  run(node, ['-e', `require('node:fs').writeFileSync(${JSON.stringify(at('dist/.built'))}, '')`]);
}
if (process.argv[2] === 'start') {
  const args = process.argv.slice(3);
  const job = ['run', 'scenarios/baseline.yaml', '--scale', '0.01', '--out', 'outputs/baseline-1-in-100', '--force'];
  run(node, [at('dist/app/entry.js'), ...(args.length > 0 ? args : job)], 'inherit');
}
