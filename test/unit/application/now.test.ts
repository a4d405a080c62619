import { describe, expect, test } from 'vitest';
import { changedItems, changedRecords, nextSteps, reportGaps } from '#shared/application/now.ts';
import { templateById, toAdoptedChecklist } from '#shared/catalogue/checklist-templates.ts';
import { fold } from '#shared/journal/fold.ts';
import { createTestDevice, testId } from '../../fixtures/test-device.ts';

const notebook = testId('now');
const untouched = { because: '', note: '', owner: '', entries: [], evidence: [] };

function ransomware() {
  const template = templateById('ransomware');
  if (template === undefined) throw new Error('no template');
  return toAdoptedChecklist(template);
}

describe('what is new', () => {
  test('is what came after the last line that somebody had read, of every device', () => {
    const [a, b] = [createTestDevice(notebook, 'a'), createTestDevice(notebook, 'b')];
    const list = a.append({ t: 'checklist.adopt', ...ransomware() }).p.op.id;
    const set = (item: string, state: string) => ({
      t: 'checklist.item',
      checklist: list,
      item,
      state,
      ...untouched,
    });
    a.append(set('RW-C01', 'doing'));
    const mark = { heads: { [a.feed]: a.lines.length - 1 } };
    b.read(a);
    b.append(set('RW-C02', 'doing'));
    a.append({ t: 'deadline.set', deadline: testId('d'), fields: { name: 'GDPR' } });
    const state = fold([...a.lines, ...b.lines]);
    const items = changedItems(state.checklists.values(), mark);
    expect(items.map(({ item, by }) => [item.id, by])).toEqual([['RW-C02', 'b']]);
    expect(changedItems(state.checklists.values(), undefined)).toHaveLength(2);
    expect(changedRecords(state.deadlines.values(), mark)).toBe(1);
    expect(changedRecords(state.deadlines.values(), { heads: { [a.feed]: 99 } })).toBe(0);
  });

  test('a later mark of the same person takes the place of the earlier one', () => {
    const device = createTestDevice(notebook, 'a');
    device.append({ t: 'read.mark', heads: { [device.feed]: 0 } });
    device.append({ t: 'read.mark', heads: { [device.feed]: 1 } });
    const marks = [...fold(device.lines).readMarks.values()];
    expect(marks).toMatchObject([{ id: 'a', mark: { heads: { [device.feed]: 1 } } }]);
  });
});

describe('what comes next', () => {
  test('what is due first, then what is under way, then the critical items of the phases reached', () => {
    const device = createTestDevice(notebook, 'a');
    const list = device.append({ t: 'checklist.adopt', ...ransomware() }).p.op.id;
    device.append({
      t: 'checklist.item',
      checklist: list,
      item: 'RW-D02',
      state: 'doing',
      ...untouched,
    });
    device.append({
      t: 'action.set',
      action: testId('call'),
      fields: { text: 'Call the insurer', due: '2026-01-05T00:00:00Z' },
    });
    const state = fold(device.lines);
    const steps = nextSteps(
      state.checklists.values(),
      state.actions.values(),
      'detection-analysis',
    );
    const names = steps.map((step) => (step.kind === 'item' ? step.item.id : step.fields.text));
    expect(names.slice(0, 2)).toEqual(['Call the insurer', 'RW-D02']);
    expect(names).toContain('RW-D01');
    expect(names).not.toContain('RW-C01');
  });
});

test('what a report lacks is named, and nothing once it is there', () => {
  const none = reportGaps({ incident: {}, milestones: new Map(), contested: 2, untimed: 1 });
  expect(none.map(({ kind }) => kind)).toEqual([
    'unwritten',
    'unwritten',
    'unwritten',
    'unrated',
    'milestone',
    'milestone',
    'contested',
    'untimed',
  ]);
  const whole = reportGaps({
    incident: { summary: 's', impact: 'i', rootCause: 'r', functionalImpact: 'none' },
    milestones: new Map([
      ['detected', {}],
      ['contained', {}],
    ]),
    contested: 0,
    untimed: 0,
  });
  expect(whole).toEqual([]);
});
