import { z } from 'zod';
import { itemStates, type AdoptedChecklist, type AdoptedItem } from '../domain/checklist.ts';
import { phaseSchema } from '../domain/incident.ts';
import { stageIds } from '../domain/kill-chain.ts';
import { bilingualSchema } from './bilingual.ts';
import data from './checklists.json' with { type: 'json' };
import type { Immutable } from './immutable.ts';
import { milestoneIdSchema } from './milestones.ts';

/** Steps of the lifecycle; the third phase has three of them. */
export const stepIds = [
  'preparation',
  'detection-analysis',
  'containment',
  'eradication',
  'recovery',
  'post-incident',
] as const;
const stepId = z.enum(stepIds);

const itemSchema = z.strictObject({
  id: z.string().regex(/^[A-Z]{2,3}-[PDCERL]\d{2}$/),
  phase: phaseSchema,
  step: stepId,
  text: bilingualSchema,
  why: bilingualSchema,
  stages: z.array(z.enum(stageIds)),
  /** Subcategories of NIST CSF 2.0, `RS.MI-01`. */
  csf: z.array(z.string().regex(/^[A-Z]{2}\.[A-Z]{2}-\d{2}$/)),
  refs: z.array(z.string().min(1)),
  critical: z.literal(true).optional(),
  needsApproval: z.literal(true).optional(),
  evidenceExpected: z.literal(true).optional(),
  milestone: milestoneIdSchema.optional(),
  appliesWhen: bilingualSchema.optional(),
});

const templateSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['base', 'playbook']),
  title: bilingualSchema,
  description: bilingualSchema,
  sources: z.array(z.string()),
  itemCount: z.int(),
  items: z.array(itemSchema).min(1),
});

/**
 * Shape of checklists.json: the phases of NIST SP 800-61r2 with the functions of CSF 2.0 (SP
 * 800-61r3) beside them, the questions of the review meeting, and the templates.
 */
export const checklistsSchema = z.strictObject({
  version: z.string(),
  date: z.iso.date(),
  usage: bilingualSchema,
  phases: z.array(
    z.strictObject({
      id: phaseSchema,
      order: z.int(),
      name: bilingualSchema,
      rev2: z.string(),
      csf: z.array(z.string().regex(/^[A-Z]{2}(\.[A-Z]{2})?$/)),
      steps: z.array(stepId),
      note: bilingualSchema,
    }),
  ),
  steps: z.array(z.strictObject({ id: stepId, name: bilingualSchema })),
  csfFunctions: z.array(
    z.strictObject({ id: z.string().length(2), name: bilingualSchema, role: bilingualSchema }),
  ),
  itemStates: z.array(z.strictObject({ id: z.enum(itemStates), name: bilingualSchema })),
  reviewQuestions: z.array(
    z.strictObject({ id: z.string(), text: bilingualSchema, ref: z.string() }),
  ),
  templates: z.array(templateSchema),
});

export type Checklists = Immutable<z.infer<typeof checklistsSchema>>;
export type ChecklistTemplate = Checklists['templates'][number];
export type TemplateItem = ChecklistTemplate['items'][number];

/** The checklist catalogue. */
// A cast, not a parse: it is our own file, and test/unit/catalogue proves it against the schema.
export const checklists = data as Checklists;

/** Looks a template up by its id, `general-nist`. */
export function templateById(id: string): ChecklistTemplate | undefined {
  return checklists.templates.find((template) => template.id === id);
}

function toAdoptedItem(item: TemplateItem): AdoptedItem {
  return {
    id: item.id,
    phase: item.phase,
    step: item.step,
    text: { ...item.text },
    why: { ...item.why },
    stages: [...item.stages],
    refs: [...item.refs],
    csf: [...item.csf],
    critical: item.critical ?? false,
    needsApproval: item.needsApproval ?? false,
    evidenceExpected: item.evidenceExpected ?? false,
    ...(item.milestone === undefined ? {} : { milestone: item.milestone }),
    ...(item.appliesWhen === undefined ? {} : { appliesWhen: { ...item.appliesWhen } }),
  };
}

/** Copies a template for the notebook, so that a later edition of the catalogue cannot change it. */
export function toAdoptedChecklist(template: ChecklistTemplate): AdoptedChecklist {
  return {
    template: template.id,
    version: checklists.version,
    title: { ...template.title },
    items: template.items.map(toAdoptedItem),
  };
}
