import { describe, expect, test } from 'vitest';
import { findTactic, findTechnique } from '#shared/catalogue/attack-catalogue.ts';
import {
  checklists,
  templateById,
  toAdoptedChecklist,
} from '#shared/catalogue/checklist-templates.ts';
import { adoptedChecklistSchema, itemStates } from '#shared/domain/checklist.ts';
import { phaseIds } from '#shared/domain/incident.ts';

const items = checklists.templates.flatMap((template) => template.items);

describe('the checklist catalogue', () => {
  test('has the seven templates with the number of items that each claims', () => {
    expect(checklists.templates.map(({ id, itemCount }) => [id, itemCount])).toEqual([
      ['general-nist', 47],
      ['ransomware', 23],
      ['identity', 21],
      ['exfiltration', 19],
      ['web-server', 21],
      ['insider', 18],
      ['ot-airgap', 25],
    ]);
    for (const template of checklists.templates)
      expect(template.items.length).toBe(template.itemCount);
  });

  test('gives every id once, over all templates', () => {
    const ids = items.map(({ id }) => id);
    expect(new Set(ids).size).toBe(174);
    expect(ids.length).toBe(174);
  });

  test('describes the phases, steps and states that the notebook knows', () => {
    expect(checklists.phases.map(({ id }) => id)).toEqual([...phaseIds]);
    expect(checklists.phases.map(({ order }) => order)).toEqual([1, 2, 3, 4]);
    expect(checklists.phases.flatMap(({ steps }) => steps)).toEqual(
      checklists.steps.map(({ id }) => id),
    );
    expect(checklists.itemStates.map(({ id }) => id)).toEqual([...itemStates]);
  });

  test('keeps each item in the phase that its step belongs to, and in the order of the steps', () => {
    const steps = checklists.steps.map(({ id }) => id);
    const phaseOf = new Map(checklists.phases.flatMap((p) => p.steps.map((s) => [s, p.id])));
    expect(items.filter((item) => phaseOf.get(item.step) !== item.phase)).toEqual([]);
    for (const template of checklists.templates) {
      const order = template.items.map(({ step }) => steps.indexOf(step));
      expect(order).toEqual(order.toSorted((a, b) => a - b));
    }
  });

  test('cites CSF functions that it names', () => {
    const functions = new Set(checklists.csfFunctions.map(({ id }) => id));
    const cited = [...items, ...checklists.phases].flatMap(({ csf }) => csf);
    expect(cited.filter((id) => !functions.has(id.slice(0, 2)))).toEqual([]);
    expect(items.filter(({ csf, refs }) => csf.length + refs.length === 0)).toEqual([]);
  });

  test('cites techniques and tactics that ATT&CK still has', () => {
    const refs = items.flatMap((item) => item.refs).filter((ref) => ref.startsWith('ATT&CK'));
    const ids = refs.flatMap((ref) => ref.match(/TA?\d{4}(\.\d{3})?/g) ?? []);
    expect(ids.length).toBeGreaterThan(10);
    const unknown = ids.filter((id) =>
      id.startsWith('TA')
        ? findTactic(id, 'enterprise-attack') === undefined
        : findTechnique(id)?.status !== 'current',
    );
    expect(unknown).toEqual([]);
  });

  test('sets each milestone at most once in a template', () => {
    for (const template of checklists.templates) {
      const set = template.items.flatMap(({ milestone }) => milestone ?? []);
      expect(new Set(set).size).toBe(set.length);
    }
  });

  test('has one general template; the others add to it', () => {
    const base = checklists.templates.filter(({ kind }) => kind === 'base');
    expect(base.map(({ id }) => id)).toEqual(['general-nist']);
  });
});

describe('adopting a template', () => {
  test.each(checklists.templates.map(({ id }) => id))('%s fits the notebook as it is', (id) => {
    const template = templateById(id);
    const adopted = template && toAdoptedChecklist(template);
    expect(adoptedChecklistSchema.parse(adopted)).toEqual(adopted);
    expect(adopted?.items.map((item) => item.id)).toEqual(template?.items.map((item) => item.id));
  });

  test('copies, so that the notebook and the catalogue share nothing', () => {
    const template = templateById('ransomware');
    if (template === undefined) throw new Error('no such template');
    const adopted = toAdoptedChecklist(template);
    adopted.items[0]?.stages.push('mine');
    expect(template.items[0]?.stages).not.toContain('mine');
  });

  test('an unknown id has no template', () => {
    expect(templateById('general')).toBeUndefined();
  });
});
