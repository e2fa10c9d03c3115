import { expect, test } from 'vitest';
import { toCsv } from '../../src/results/index.ts';

test('CSV follows RFC 4180: CR LF, quotes around commas, quotes and line ends, doubled quotes, empty for no value', () => {
  const rows = [
    { name: 'plain', value: 1 },
    { name: 'Cedar Gas, Light', value: null },
    { name: 'so-called "net"', value: 0.5 },
    { name: 'two\nlines', value: 0 },
  ];
  expect(toCsv(['name', 'value'], rows)).toBe(
    'name,value\r\nplain,1\r\n"Cedar Gas, Light",\r\n"so-called ""net""",0.5\r\n"two\nlines",0\r\n',
  );
});
