import type { Tlp } from '../domain/incident.ts';

/** What an export may hold at most; what is absent limits nothing. */
export type ExportLimits = {
  /** The narrowest label that may go out. */
  readonly tlp?: Tlp;
  /** Ids of the entries that may go; the lists follow them. */
  readonly entries?: ReadonlySet<string>;
  /** First and last instant, RFC 3339 in UTC; what has no time does not pass. */
  readonly from?: string;
  readonly until?: string;
};

/** True when the limits choose among the entries, so that the lists have to follow the choice. */
export function choosesEntries({ entries, from, until }: ExportLimits): boolean {
  return entries !== undefined || from !== undefined || until !== undefined;
}
