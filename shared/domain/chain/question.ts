import { z } from 'zod';
import { idSchema } from '../../lib/ids.ts';

/**
 * What a question that follows from the entries is about: `gap:delivery`, `evidence:<entry>`.
 *
 * The same state of a notebook gives the same keys on every machine, so that an answer finds its question.
 */
export const questionKeySchema = z.string().regex(/^[a-z0-9][a-z0-9:.-]{0,127}$/);

/** Fields of what people say about a question; every one is a register of its own. */
export const questionFieldsSchema = z.object({
  owner: z.string().max(200).optional(),
  /** Entries that answer it, and in words how; without either it is open again. */
  answer: z
    .object({ entries: z.array(idSchema).max(200), text: z.string().max(20_000) })
    .optional(),
  /** Why it need not be answered; false asks it again. */
  dismissal: z.object({ dismissed: z.boolean(), reason: z.string().max(2_000) }).optional(),
});

export type QuestionFields = z.infer<typeof questionFieldsSchema>;
export type QuestionState = 'open' | 'answered' | 'dismissed';

/** How a question stands; a dismissal weighs more than an answer, since it came with a reason. */
export function questionState({ answer, dismissal }: QuestionFields): QuestionState {
  if (dismissal?.dismissed === true) return 'dismissed';
  const isAnswered = answer !== undefined && (answer.entries.length > 0 || answer.text !== '');
  return isAnswered ? 'answered' : 'open';
}
