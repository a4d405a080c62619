import { z } from 'zod';

/** Traffic Light Protocol 2.0 labels (FIRST), from widest to narrowest audience; never translated. */
export const tlpLabels = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;
export const tlpSchema = z.enum(tlpLabels);
export type Tlp = z.infer<typeof tlpSchema>;

/** Lifecycle phases of NIST SP 800-61r2 §3, the words most plans still use. */
export const phaseIds = [
  'preparation',
  'detection-analysis',
  'containment-eradication-recovery',
  'post-incident',
] as const;
export const phaseSchema = z.enum(phaseIds);
export type PhaseId = z.infer<typeof phaseSchema>;

/** Functional impact of NIST SP 800-61r2 Table 3-2. */
export const functionalImpacts = ['none', 'low', 'medium', 'high'] as const;
export type FunctionalImpact = (typeof functionalImpacts)[number];

/** Information impact of Table 3-3; several may be true at once. */
export const informationImpacts = [
  'none',
  'privacy-breach',
  'proprietary-breach',
  'integrity-loss',
] as const;
export type InformationImpact = (typeof informationImpacts)[number];

/** Recoverability effort of Table 3-4. */
export const recoverabilities = ['regular', 'supplemented', 'extended', 'not-recoverable'] as const;
export type Recoverability = (typeof recoverabilities)[number];

/** What a notebook is about: an incident, or how ready people are for one. */
export const notebookKinds = ['incident', 'readiness'] as const;

/** Under which headings checklists stand: phases of SP 800-61r2, or functions of CSF 2.0 (r3). */
export const checklistHeadings = ['phase', 'csf'] as const;
export type ChecklistHeadings = (typeof checklistHeadings)[number];

export const incidentStatuses = ['open', 'contained', 'closed'] as const;

/** Fields of the incident itself; every one is a register that people set apart from the others. */
export const incidentFieldsSchema = z.object({
  title: z.string().min(1).max(300).optional(),
  tlp: tlpSchema.optional(),
  zone: z.string().min(1).max(64).optional(),
  phase: phaseSchema.optional(),
  status: z.enum(incidentStatuses).optional(),
  summary: z.string().max(100_000).optional(),
  rootCause: z.string().max(100_000).optional(),
  impact: z.string().max(100_000).optional(),
  recommendations: z.string().max(100_000).optional(),
  sources: z.string().max(100_000).optional(),
  exercise: z.boolean().optional(),
  functionalImpact: z.enum(functionalImpacts).nullable().optional(),
  informationImpact: z.array(z.enum(informationImpacts)).max(4).optional(),
  recoverability: z.enum(recoverabilities).nullable().optional(),
  /** Without it the notebook is about an incident. */
  kind: z.enum(notebookKinds).optional(),
  headings: z.enum(checklistHeadings).optional(),
});

export type IncidentFields = z.infer<typeof incidentFieldsSchema>;
export type IncidentField = keyof IncidentFields;
export const incidentFieldNames = Object.keys(incidentFieldsSchema.shape) as IncidentField[];
