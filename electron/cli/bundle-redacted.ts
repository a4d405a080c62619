import { tlpText } from '#shared/catalogue/tlp.ts';
import { type Tlp, tlpLabels } from '#shared/domain/incident.ts';
import { hideableFields } from '#shared/export/plan-redaction.ts';
import { redactionMessages as m } from '#shared/i18n/redaction-messages.ts';
import { transferMessages } from '#shared/i18n/transfer-messages.ts';
import { wordCount, wordReason } from '#shared/i18n/word-export.ts';
import { wordHidden } from '#shared/i18n/word-redaction.ts';
import { bundleMaker } from '../transfer/sign-left-out.ts';
import {
  type RedactedRequest,
  type RedactionError,
  type RedactionSummary,
  writeRedacted,
} from '../transfer/write-redacted.ts';
import {
  type CliContext,
  CliProblem,
  type ExitCode,
  exitCodes,
  oneOf,
  printJson,
  word,
} from './command.ts';
import { bundleProblem } from './transfer-problem.ts';
import { userDataFolder } from './user-data.ts';

/** What the options of `bundle --redact` say. */
export type RedactOptions = Pick<RedactedRequest, 'lock' | 'splitBytes'> & {
  readonly out: string | undefined;
  readonly tlp: string | undefined;
  readonly hide: readonly string[];
  readonly by: string | undefined;
};

/** `bundle FOLDER --redact`: a copy for somebody who may not read everything, or what it would hide. */
export async function runRedact(
  context: CliContext,
  folder: string,
  { tlp, hide, by, ...rest }: RedactOptions,
): Promise<ExitCode> {
  const fields = hide.flatMap((list) => list.split(/[\s,、]+/)).filter((field) => field !== '');
  const unknown = fields.find((field) => !hideableFields.has(field));
  if (unknown !== undefined)
    throw new CliProblem(m.unknownField, {
      field: unknown,
      fields: fieldsLike(unknown).join(', '),
    });
  if (tlp === undefined && fields.length === 0) throw new CliProblem(m.nothingToHide);
  const label = tlp === undefined ? undefined : labelOf(tlp);
  const made = await writeRedacted(folder, {
    ...rest,
    tlp: label,
    fields,
    maker: await bundleMaker(folder, {
      userData: userDataFolder(context.io.env),
      protection: context.deps.protection,
      by: by ?? '',
    }),
    app: context.deps.app,
    nowMs: context.deps.nowMs(),
  });
  if (!made.ok) throw redactionProblem(made.error);
  const { summary, written } = made.value;
  if (context.json) {
    const { leftOut: _left, ...file } = written ?? {};
    await printJson(context, { ...(written && { place: rest.out, ...file }), redaction: summary });
    return exitCodes.good;
  }
  const said = summaryLines(context, summary, label);
  if (written !== undefined && rest.out !== undefined) {
    const { sha256, bytes: size, seal, words } = written;
    said.push(word(context, m.written, { place: rest.out, size, sha256 }));
    said.push(word(context, transferMessages.sealOf, { value: seal }));
    said.push(word(context, transferMessages.sealWordsOf, { words }));
  }
  await context.io.out(`${said.join('\n')}\n`);
  return exitCodes.good;
}

function labelOf(text: string): Tlp {
  return oneOf('--tlp', text.toUpperCase().replace(/^TLP:/, ''), tlpLabels);
}

/** Those of the same kind of record, or the kinds when there is no such kind. */
function fieldsLike(field: string): readonly string[] {
  const kind = field.split('.')[0] ?? '';
  const same = [...hideableFields].filter((one) => one.startsWith(`${kind}.`));
  return same.length > 0
    ? same
    : [...new Set([...hideableFields].map((one) => one.split('.')[0] ?? ''))];
}

function summaryLines(
  context: CliContext,
  { lines, redacted, values, hidden, leftOut }: RedactionSummary,
  label: Tlp | undefined,
): string[] {
  const { language } = context;
  const counts = { lines, redacted, whole: lines - redacted, values };
  return [
    ...(label === undefined ? [] : [word(context, m.copyMadeFor, { label: tlpText(label) })]),
    word(context, m.counts, counts),
    ...(lines === redacted ? [word(context, m.noneWhole)] : []),
    ...hidden.map((one) => word(context, m.hidden, wordHidden(one, language))),
    ...leftOut.map(({ kind, reason, ids }) =>
      word(context, m.staysBehind, {
        count: wordCount(kind, ids.length, language),
        reason: wordReason(reason, language),
      }),
    ),
    word(context, m.noEvidence),
  ];
}

function redactionProblem(error: RedactionError): CliProblem {
  if (error.kind === 'damaged-notebook') return new CliProblem(m.damaged, { n: error.findings });
  if (error.kind === 'newer-lines') return new CliProblem(m.newerLines);
  return error.kind === 'cannot-sign' ? new CliProblem(m.cannotSign) : bundleProblem(error);
}
