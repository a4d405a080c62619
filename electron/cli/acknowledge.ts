import type { Saved } from '#shared/application/ports.ts';
import { cliMessages } from '#shared/i18n/cli-messages.ts';
import { type CliContext, printJson, word } from './command.ts';

/** Says that a line is on the disk: its number and the beginning of its hash. */
export async function acknowledge(context: CliContext, saved: Saved): Promise<void> {
  const { id, feed, seq, hash } = saved;
  if (context.json) return printJson(context, { id, feed, seq, hash });
  const values = { number: String(seq), hash: hash.slice(0, 8) };
  await context.io.out(`${word(context, cliMessages.saved, values)}\n`);
}
