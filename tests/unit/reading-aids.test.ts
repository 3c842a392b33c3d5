import { expect, test } from 'vitest';
import { redoneIn, stepBetween, undoneIn } from '../../app/components/align/steps';
import { voiceFor } from '../../app/components/reading/voices';

const voice = (lang: string, localService = true) => ({ lang, localService, default: false });

test('a language is read by the voice nearest to it, and by none of another', () => {
  const voices = ['en-US', 'en-GB', 'zh-CN', 'zh_TW', 'zh-HK', 'el-GR'].map((lang) => voice(lang));
  const chosen = (language: string) => voiceFor(voices, language)?.lang ?? null;
  expect(chosen('en')).toBe('en-US');
  expect(chosen('en-GB')).toBe('en-GB');
  expect(chosen('zh-Hans')).toBe('zh-CN');
  expect(chosen('zh-Hant')).toBe('zh_TW');
  expect(chosen('zh-Hant-HK')).toBe('zh-HK');
  // No voice of its own: by those of its family.
  expect(chosen('lzh')).toMatch(/^zh/);
  expect(chosen('yue')).toBe('zh-HK');
  expect(chosen('grc')).toBe('el-GR');
  expect(chosen('ar')).toBeNull();
  expect(voiceFor([voice('fr-FR', false), voice('fr-FR')], 'fr')?.localService).toBe(true);
});

test('a step is undone where what it made is still there, and only there', () => {
  const bead = (a: string, b: string) => ({ a: [a], b: [b] });
  const cut = { edition: 'A', segment: 'p', at: 5, kind: 'cut' as const };
  const before = { beads: [bead('p@0', 'q@0')], cuts: [] };
  const now = { beads: [bead('p@5', 'q@0'), bead('x', 'y')], cuts: [cut] };
  const step = stepBetween(before, now);
  expect(undoneIn(now, step)).toEqual(before);
  expect(redoneIn(before, step)).toEqual(now);
  // Someone else's bead stays; where they took one of these away there is nothing to undo.
  const theirs = { beads: [...now.beads, bead('r', 's')], cuts: [cut] };
  expect(undoneIn(theirs, step)?.beads).toEqual([bead('r', 's'), ...before.beads]);
  expect(undoneIn({ ...now, cuts: [] }, step)).toBeNull();
});
