// Bundles what tsc has checked into a few files. A thread that simulates gets the whole market as one module: V8 then
// knows every constant and function at sight, where an import has to be looked up (0.9 of the time of a run), and a command
// starts without reading three hundred files.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { parseSync, Visitor } from 'rolldown/utils';

const root = join(import.meta.dirname, '..');

/**
 * Makes a constant of every function of a module, and puts them first. A function that is declared could be given another
 * value at any time: V8 looks it up and compares it wherever it is called, inlined or not, but not a constant. A metering
 * point comes to 0.90 of the instructions.
 */
const constantFunctions = {
  name: 'constant-functions',
  renderChunk(code, _chunk, _options, { magicString }) {
    const { program } = parseSync('chunk.js', code);
    const changed = new Set();
    const change = ({ type, name, start, end }) => {
      if (type === 'Identifier') changed.add(name);
      // Each word of what is taken apart: too many rather than too few.
      else if (type.endsWith('Pattern'))
        for (const word of code.slice(start, end).match(/[\w$]+/g) ?? []) changed.add(word);
    };
    new Visitor({
      AssignmentExpression: ({ left }) => change(left),
      ForInStatement: ({ left }) => change(left),
      ForOfStatement: ({ left }) => change(left),
      UpdateExpression: ({ argument }) => change(argument),
    }).visit(program);
    const imports = program.body.filter(statement => statement.type === 'ImportDeclaration');
    const first = imports.at(-1)?.end ?? program.body[0]?.start;
    for (const { type, id, start, end, async, generator } of program.body) {
      if (type !== 'FunctionDeclaration' || changed.has(id.name)) continue;
      const head = `${async ? 'async ' : ''}function${generator ? '*' : ''}`;
      magicString.overwrite(start, id.end, `\nconst ${id.name} = ${head}`);
      magicString.appendLeft(end, ';');
      magicString.move(start, end, first);
    }
    return magicString;
  },
};

/** Bundles modules, given by name, into a folder. @param groups of the modules that they have in common, see rolldown */
export async function bundle(input, dir, groups) {
  const bundled = await rolldown({
    cwd: root,
    input,
    platform: 'node',
    tsconfig: 'tsconfig.json',
    // What is native, or finds files of its own beside it, stays where it is installed. The rest is hundreds of files as it
    // comes, Vega alone five hundred: half of the time that it takes to load it.
    external: /^(better-sqlite3|@resvg\/resvg-js|yargs|cli-progress|cli-table3|picocolors)$/,
    optimization: { inlineConst: { mode: 'all', pass: 3 } },
    experimental: { nativeMagicString: true },
    plugins: [constantFunctions],
  });
  await bundled.write({
    dir,
    format: 'esm',
    sourcemap: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    codeSplitting: { groups },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const input = {
    index: 'src/index.ts',
    entry: 'src/cli/entry.ts',
    'run-worker': 'src/experiment/run-worker.ts',
    follower: 'src/experiment/follower.ts',
    scribe: 'src/experiment/scribe.ts',
    'draw-worker': 'src/reports/draw-worker.ts',
  };
  // What does something when it is loaded stays by itself: the command's door, and what threads begin with. What threads
  // have no use for lies apart, or each would load it.
  await bundle(input, join(root, 'dist/app'), [
    {
      name: 'mhhsim',
      test: /src\/(?!cli\/|reports|charts|index|experiment\/(run-worker|follower|scribe)\.)/,
      priority: 1,
    },
    { name: 'command', test: /src\/(cli\/(?!entry)|reports\/(?!draw-worker)|charts)/ },
  ]);
  // What is read from beside the code rather than imported.
  cpSync(join(root, 'src/charts/font'), join(root, 'dist/app/font'), { recursive: true });
}
