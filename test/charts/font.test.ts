import { expect, test } from 'vitest';
import { textWidth } from '../../src/charts/font.ts';

test("has Helvetica's advance widths: a figure 0.556 of the size, a small i 0.222, a bold A 0.722", () => {
  expect(textWidth('0', 1000)).toBeCloseTo(556, 0);
  expect(textWidth('i', 1000)).toBeCloseTo(222, 0);
  expect(textWidth('A', 1000, true)).toBeCloseTo(722, 0);
});

test('adds the widths of the letters up, in proportion to the size', () => {
  expect(textWidth('M15', 24)).toBeCloseTo(2 * (textWidth('M', 12) + textWidth('1', 12) + textWidth('5', 12)), 9);
  expect(textWidth('', 12)).toBe(0);
});

test('knows the dashes, dots and arrows that labels use, and gives a width even to what the font lacks', () => {
  expect(textWidth('–', 1000)).toBeCloseTo(556, 0);
  expect(textWidth('…', 1000)).toBeCloseTo(1000, 0);
  expect(textWidth('\u{1F600}', 1000)).toBeGreaterThan(0);
});
