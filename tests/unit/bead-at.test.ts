import { expect, test } from 'vitest';
import { beadAt } from '../../lib/compare/bead-at';
import { openCorrecting } from '../../lib/compare/correcting';
import { layOut } from '../../lib/compare/layout';
import { findEdition, loadWork } from '../../lib/works/load';

test.each(['paragraph', 'sentence'] as const)(
  'links of %ss begin at the place of the comparison',
  async (unit) => {
    const { work } = await loadWork('telegram-to-liu');
    const [zh, en, plain] = ['zh', 'en', 'en-plain'].map((siglum) => findEdition(work, siglum));
    const layout = await layOut(work, [zh, en], en);
    const correcting = await openCorrecting('telegram-to-liu', 'en', 'en-plain', unit);
    const { beads, sentences } = correcting;
    const segmentsAt = (at: string) =>
      beads[beadAt(correcting, [en, plain], layout, at)].a.map((place) =>
        sentences ? sentences.a[place].split('@')[0] : en.segments[place].id,
      );
    for (const { number, cells } of layout.rows) {
      const [segment] = cells[1].indices.map((index) => en.segments[index].id);
      expect(segmentsAt(String(number))).toContain(segment);
      expect(segmentsAt(`en.${segment}`)).toContain(segment);
    }
    expect(layout.rows.length).toBeGreaterThan(2);
    expect(beadAt(correcting, [en, plain], layout, '99')).toBe(0);
    expect(beadAt(correcting, [en, plain], layout, 'nonsense')).toBe(0);
  },
);
