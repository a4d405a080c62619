import type { ReportLanguage } from '#shared/application/notebook-report.ts';
import type { ReportTemplate } from '#shared/report/report-template.ts';
import type { SharingChoices } from '#shared/report/sharing-choices.ts';
import type { NotebookSession } from '../../data/notebook-session.ts';

/** How somebody left the report; it is so again when they come back from another view. */
export type ReportChoices = {
  readonly language?: ReportLanguage;
  readonly sharing?: SharingChoices;
  readonly zone?: string;
  readonly scrollTop?: number;
  /** Shapes that somebody made, for an audience at most one. */
  readonly shapes?: readonly ReportTemplate[];
};

const choices = new WeakMap<NotebookSession, ReportChoices>();

export function readChoices(session: NotebookSession): ReportChoices {
  return choices.get(session) ?? {};
}

export function keepChoices(session: NotebookSession, news: ReportChoices): void {
  choices.set(session, { ...choices.get(session), ...news });
}
