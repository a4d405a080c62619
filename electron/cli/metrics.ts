import { zoneOf } from '#shared/application/entry-context.ts';
import { reportOf } from '#shared/application/notebook-report.ts';
import { milestoneById } from '#shared/catalogue/milestones.ts';
import { reportGuidance } from '#shared/catalogue/report-guidance.ts';
import { formatEntryTime } from '#shared/domain/time/format-time.ts';
import { canonicalZone } from '#shared/domain/time/zone.ts';
import { reportMetricsMessages as m } from '#shared/i18n/report-metrics-messages.ts';
import { summarize } from '#shared/report/metrics/compare-metrics.ts';
import type { IncidentMetrics } from '#shared/report/metrics/incident-metrics.ts';
import { boundsOf, type Interval } from '#shared/report/metrics/interval.ts';
import { intervalText, rangeText } from '#shared/report/metrics/interval-text.ts';
import { fieldValue } from '#shared/report/report-model.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { sha256Hex } from '../notebook/node-crypto.ts';
import { readState } from '../notebook/read-state.ts';
import { type CliContext, type ExitCode, exitCodes, printJson, required, word } from './command.ts';
import { commonOptions, readArguments } from './read-arguments.ts';
import { readNotebook } from './with-notebook.ts';

type Measured = {
  readonly folder: string;
  readonly title: string;
  readonly zone: string;
  readonly metrics: IncidentMetrics;
};

/** `metrics FOLDER...`: lengths of time of each notebook, then over all of them. */
export async function runMetrics(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const { words: folders } = readArguments(context.verb, args, commonOptions);
  required(context, folders[0], 'FOLDER');
  const measured: Measured[] = [];
  for (const folder of folders) measured.push(await measure(context, folder));
  const ids = measured[0]?.metrics.times.map(({ id }) => id) ?? [];
  const overall = ids.map((id) => ({
    id,
    ...summarize(
      measured.map(
        ({ metrics }) =>
          metrics.times.find((time) => time.id === id)?.interval ?? { kind: 'unknown' },
      ),
    ),
  }));
  if (context.json) await printJson(context, { notebooks: measured.map(shownMetrics), overall });
  else {
    const lines = measured.flatMap((one) => notebookLines(context, one));
    if (measured.length > 1)
      lines.push(
        ...overall
          .filter(({ count }) => count > 0)
          .map(({ id, count, mean, median }) => {
            const { language } = context;
            const parts = [
              metricName(id, context),
              `${word(context, m.compareMean, { n: count })} ${mean ? rangeText(mean, language) : ''}`,
              median === undefined
                ? ''
                : `${word(context, m.compareMedian)} ${rangeText(median, language)}`,
            ];
            return parts.filter((part) => part !== '').join('  ');
          }),
      );
    await context.io.out(`${lines.join('\n')}\n`);
  }
  return exitCodes.good;
}

async function measure(context: CliContext, folder: string): Promise<Measured> {
  return readNotebook(context, folder, async (notebook) => {
    const state = await readState(notebook);
    const { heads, findings } = notebook.describe();
    const zone = canonicalZone(zoneOf(state)) ?? 'UTC';
    const { model } = reportOf(state, {
      language: context.language,
      zone,
      nowMs: context.deps.nowMs(),
      appVersion: context.deps.app.version,
      heads,
      findings,
      sha256Hex,
    });
    return { folder, title: fieldValue(model, 'title') ?? '', zone, metrics: model.metrics };
  });
}

function metricName(id: string, { language }: CliContext): string {
  const known = reportGuidance.metrics.find((metric) => metric.id === id);
  return known?.name[language] ?? m.ttdecide[language];
}

function notebookLines(context: CliContext, { title, zone, metrics }: Measured): readonly string[] {
  const { language } = context;
  const known = { total: metrics.times.length, ...metrics.known };
  const lines = [visibleText(title), `  ${word(context, m.metricsKnown, known)}`];
  for (const { id, from, to, missing, interval } of metrics.times) {
    const formula =
      reportGuidance.metrics.find((metric) => metric.id === id)?.formula[language] ??
      m.ttdecideFormula[language];
    const inputs = [from, to].flatMap((input) =>
      input === undefined
        ? []
        : [
            `${formatEntryTime(input.at, { zone, locale: language, style: 'full' })} [${input.entry.label}]`,
          ],
    );
    const absent = missing.map((name) => milestoneById(name)?.name[language] ?? name).join(', ');
    if (absent !== '') inputs.push(word(context, m.missingText, { milestones: absent }));
    lines.push(
      `  ${metricName(id, context)}: ${intervalText(interval, language)}`,
      `    ${formula}  (${inputs.join('; ')})`,
    );
  }
  return [...lines, ''];
}

function shownInterval(interval: Interval) {
  const bounds = boundsOf(interval);
  return {
    kind: interval.kind,
    leastMs: bounds?.least ?? null,
    mostMs: bounds?.most ?? null,
  };
}

function shownMetrics({ folder, title, metrics }: Measured) {
  return {
    folder,
    title,
    known: metrics.known,
    milestones: Object.fromEntries(
      [...metrics.milestones].map(([id, { at, entry, by }]) => [id, { at, entry: entry.id, by }]),
    ),
    times: metrics.times.map(({ id, from, to, missing, interval }) => {
      const bounds = boundsOf(interval);
      return {
        id,
        kind: interval.kind,
        leastMs: bounds?.least ?? null,
        mostMs: bounds?.most ?? null,
        from: from?.entry.id ?? null,
        to: to?.entry.id ?? null,
        missing,
      };
    }),
    stagesReached: metrics.stagesReached,
    detectionStage: metrics.detectionStage ?? null,
    checklist: metrics.checklist ?? null,
    decisions: metrics.decided.map(({ decision, toApproval, toExecution }) => ({
      id: decision.id,
      question: decision.fields.question,
      toApproval: shownInterval(toApproval),
      toExecution: shownInterval(toExecution),
    })),
  };
}
