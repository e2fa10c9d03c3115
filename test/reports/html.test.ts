import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html, raw } from '../../src/reports/html.ts';

test('values are escaped, pieces of HTML are not, lists are joined', () => {
  expect(html`<p title="${'"a"'}">${['<b>', raw('<i>'), 1]}${null}${undefined}</p>`.text).toBe(
    '<p title="&#34;a&#34;">&#60;b&#62;<i>1</p>',
  );
});

test('no text whatever can open a tag, a quote or an entity', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      const escaped = html`${text}`.text;
      expect(escaped).not.toMatch(/[<>"']/);
      expect(escaped.replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)))).toBe(text);
    }),
  );
});
