#!/usr/bin/env node
// The command's door. It looks at the Node it runs on before anything else is loaded: too old, and it runs
// itself again on the project's own Node if there is one, or says plainly what is needed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major > 22 || (major === 22 && minor >= 18)) {
  // What V8 makes of the built code is kept beside it for the next start, and for threads; not where the place is read-only.
  if (import.meta.url.endsWith('.js')) {
    process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, '..', 'compiled');
    module.enableCompileCache(process.env.NODE_COMPILE_CACHE);
  }
  const { main } = await import('./main.ts');
  const code = await main(process.argv.slice(2));
  // When all is said, at once: to give back piece by piece what a run was made of takes a twentieth of a second.
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
} else {
  const here = fileURLToPath(import.meta.url);
  let folder = dirname(here);
  while (!existsSync(join(folder, 'node_modules', '.bin', 'node')) && dirname(folder) !== folder)
    folder = dirname(folder);
  const own = join(folder, 'node_modules', '.bin', 'node');
  if (existsSync(own)) {
    const done = spawnSync(own, [here, ...process.argv.slice(2)], { stdio: 'inherit' });
    process.exitCode = done.status ?? 130;
  } else {
    console.error(`mhhsim needs Node 22.18 or later; this is ${process.versions.node}.`);
    process.exitCode = 2;
  }
}
