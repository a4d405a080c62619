import { describe, expect, test } from 'vitest';
import { checklists } from '#shared/catalogue/checklist-templates.ts';
import {
  collectionPlan,
  collectionPlanSchema,
  collectionStepsFor,
  isCollected,
} from '#shared/catalogue/collection-plan.ts';
import { evidenceGuidance } from '#shared/catalogue/evidence-guidance.ts';

describe('collection plan', () => {
  test('has its shape, and every reference resolves', () => {
    expect(collectionPlanSchema.safeParse(collectionPlan).error).toBeUndefined();
    const ids = collectionPlan.steps.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const templates = new Set(checklists.templates.map(({ id }) => id));
    const orders = new Set(evidenceGuidance.orderOfVolatility.map(({ order }) => order));
    const broken = collectionPlan.steps.filter(
      (step) =>
        !orders.has(step.volatility) ||
        step.templates.some((id) => !templates.has(id)) ||
        step.endings.length + step.names.length === 0,
    );
    expect(broken).toEqual([]);
  });

  test.each(checklists.templates.map(({ id }) => id))(
    'gives the most volatile first for %s',
    (template) => {
      const steps = collectionStepsFor([template]);
      const orders = steps.map(({ volatility }) => volatility);
      expect(steps.length).toBeGreaterThan(5);
      expect(orders).toEqual(orders.toSorted((a, b) => a - b));
    },
  );

  test('is the general one while no checklist says what happened', () => {
    expect(collectionStepsFor([])).toEqual(collectionStepsFor(['general-nist']));
  });

  test.each([
    ['memory', 'WS-114.VMEM', true],
    ['memory', 'ws-114.mem.gz', true],
    ['memory', 'ws-114.membership.csv', false],
    ['packets', 'egress.pcapng', true],
    ['windows-events', 'Security.evtx', true],
    ['disk', 'laptop.E01', true],
    ['backups', 'バックアップ一覧.xlsx', true],
    ['topology', 'notes.txt', false],
  ])('%s and the file %s: %s', (id, name, expected) => {
    const step = collectionPlan.steps.find((each) => each.id === id);
    expect(step && isCollected(step, name)).toBe(expected);
  });
});
