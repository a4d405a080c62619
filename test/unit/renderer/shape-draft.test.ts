import fc from 'fast-check';
import { expect, test } from 'vitest';
import { audiences, sectionsForAudience } from '#shared/report/audiences.ts';
import {
  readReportTemplate,
  templateOfAudience,
  writeReportTemplate,
} from '#shared/report/report-template.ts';
import { type SectionId, sectionIds } from '#shared/report/section-ids.ts';
import {
  addSection,
  draftOf,
  moveSection,
  removeSection,
  type ShapeDraft,
  shapeOf,
  showSection,
  templateOf,
} from '../../../renderer/features/report/shape-draft.ts';

const names = { template: 'Technical', section: 'New section' };
const own = draftOf(templateOfAudience('technical', ''));

test.each(audiences)('what nobody changed is what readers of the %s report have', (audience) => {
  const draft = draftOf(templateOfAudience(audience, ''));
  expect(shapeOf(draft, names)).toBeUndefined();
  expect(draft.order.toSorted()).toEqual(sectionIds.toSorted());
  expect(templateOf(draft, names).sections.filter((id) => id !== 'omitted')).toEqual(
    sectionsForAudience(audience).filter((id) => id !== 'omitted'),
  );
});

test('a section goes up and down, and no further than the ends', () => {
  const up = moveSection(own, 'timeline', -1);
  expect(up.order.indexOf('timeline')).toBe(own.order.indexOf('timeline') - 1);
  expect(moveSection(up, 'timeline', 1).order).toEqual(own.order);
  expect(moveSection(own, 'cover', -1)).toBe(own);
  expect(moveSection(own, own.order.at(-1) ?? 'cover', 1)).toBe(own);
});

test('a section that is hidden keeps its place until the dialog closes', () => {
  const hidden = showSection(own, 'summary', false);
  expect(hidden.order).toEqual(own.order);
  expect(templateOf(hidden, names).sections).not.toContain('summary');
  expect(shapeOf(hidden, names)).toBeDefined();
  expect(shapeOf(showSection(hidden, 'summary', true), names)).toBeUndefined();
  expect(showSection(own, 'omitted', false).shown.has('omitted')).toBe(true);
  const again = draftOf(templateOf(hidden, names)).order;
  expect(again.indexOf('summary')).toBe(own.order.indexOf('summary'));
});

test('a section of one’s own is never nameless, and its empty texts are left out', () => {
  const { draft, id } = addSection(own);
  expect(templateOf(draft, names).added).toEqual([
    { id: 'custom-1', title: { en: 'New section' }, text: {} },
  ]);
  // Annexes are lettered and come last.
  expect(draft.order.indexOf(id)).toBe(draft.order.indexOf('evidence') - 1);
  const second = addSection(draft);
  expect(second.id).toBe('custom-2');
  expect(shapeOf(removeSection(removeSection(second.draft, id), second.id), names)).toBeUndefined();
  expect(addSection(removeSection(second.draft, id)).id).toBe('custom-1');
});

const anyId = fc.constantFrom<SectionId>(...sectionIds, 'custom-1');
const anyChange = fc.oneof(
  fc.record({ kind: fc.constant('move' as const), id: anyId, by: fc.constantFrom(1, -1) }),
  fc.record({ kind: fc.constant('show' as const), id: anyId, isShown: fc.boolean() }),
  fc.record({ kind: fc.constant('add' as const) }),
  fc.record({ kind: fc.constant('remove' as const) }),
  fc.record({ kind: fc.constant('header' as const), header: fc.string({ maxLength: 200 }) }),
);
type Change = typeof anyChange extends fc.Arbitrary<infer C> ? C : never;

function changed(draft: ShapeDraft, change: Change): ShapeDraft {
  switch (change.kind) {
    case 'move':
      return moveSection(draft, change.id, change.by === 1 ? 1 : -1);
    case 'show':
      // Only what is in the list can be ticked.
      return draft.order.includes(change.id)
        ? showSection(draft, change.id, change.isShown)
        : draft;
    case 'add':
      return addSection(draft).draft;
    case 'remove':
      return removeSection(draft, 'custom-1');
    case 'header':
      return { ...draft, header: change.header };
  }
}

test('whatever is done to a shape, its file is read again as the same', () => {
  fc.assert(
    fc.property(fc.array(anyChange, { maxLength: 40 }), (changes) => {
      let draft = own;
      for (const change of changes) draft = changed(draft, change);
      const template = templateOf(draft, names);
      expect(readReportTemplate(writeReportTemplate(template))).toEqual({
        ok: true,
        value: template,
      });
      expect(templateOf(draftOf(template), names)).toEqual(template);
    }),
  );
});
