import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keeping } from '../../lib/core/memo';

test('what is kept of a function is what it gives, and what is asked for often is computed once', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 2 })),
      fc.integer({ min: 1, max: 5 }),
      (asked, max) => {
        const kept = keeping((text) => `${text}!`, max);
        expect(asked.map(kept)).toEqual(asked.map((text) => `${text}!`));
      },
    ),
  );
  const computed: string[] = [];
  const kept = keeping((text) => computed.push(text), 3);
  for (let k = 0; k < 40; k++) {
    kept('often');
    kept(`once ${k}`);
  }
  expect(computed.filter((text) => text === 'often')).toHaveLength(1);
  // What has not been asked for lately is dropped: memory is bounded.
  kept('once 0');
  expect(computed.filter((text) => text === 'once 0')).toHaveLength(2);
});
