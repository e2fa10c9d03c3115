// Writes the database of a run folder over and over, never finishing the run: the test kills this process meanwhile.
import { join } from 'node:path';
import { createRunFolder, writeDatabase } from '../../src/results/index.ts';
import { sampleTables } from './sample-run.ts';
import { tableOf } from './table-of.ts';

const folder = createRunFolder(process.argv[2]!, { force: true });
const messages = tableOf(
  'message_daily',
  Array.from({ length: 100_000 }, (_, i) => ['2025-10-22', '3.1.1', 'IF-031', 'DIP', i, i, i]),
);
const tables = [...sampleTables().filter(table => table.name !== 'message_daily'), messages];
for (let n = 0; ; n++) {
  writeDatabase(join(folder.path, 'results.sqlite'), tables, {});
  if (n === 0) process.stdout.write('writing\n');
}
