import { z } from 'zod';

/** What somebody looked at before calling a system or an account clear. */
export const examinationSchema = z.object({
  /** What was collected from it; empty when nothing was. */
  collected: z.string().max(2_000),
  /** What was looked for in it, and how. */
  examined: z.string().max(2_000),
  by: z.string().max(200),
  found: z.enum(['nothing', 'something']),
});

export type Examination = z.infer<typeof examinationSchema>;

/** What is missing before something may be called clear. */
export type ClearanceGap = 'not-collected' | 'not-examined' | 'nobody' | 'something-found';

/**
 * Tells why something cannot be called clear; undefined when it can.
 *
 * Clear is what was collected, examined by somebody with a name, and held nothing. What nobody collected from is
 * not known, however long nothing has happened on it.
 */
export function clearanceGap(examination: Examination | undefined): ClearanceGap | undefined {
  if (examination === undefined || examination.collected.trim() === '') return 'not-collected';
  if (examination.examined.trim() === '') return 'not-examined';
  if (examination.by.trim() === '') return 'nobody';
  return examination.found === 'nothing' ? undefined : 'something-found';
}
