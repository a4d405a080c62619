import type { NotebookState } from '../journal/fold.ts';
import { currentFields } from '../journal/records.ts';
import type { LeftOut } from './export-case.ts';

/** What people know a record by, wherever it is of: `#214`, `pacs01`, `E-003`; its id when it has no name. */
export function recordName(state: NotebookState, kind: LeftOut['kind'], id: string): string {
  switch (kind) {
    case 'incident':
      return id;
    case 'entry': {
      const number = state.entries.get(id)?.origin?.seq;
      return number === undefined ? id : `#${number}`;
    }
    case 'system':
      return currentFields(state.assets.get(id)?.fields ?? {}).name ?? id;
    case 'account':
      return currentFields(state.accounts.get(id)?.fields ?? {}).name ?? id;
    case 'indicator':
      return currentFields(state.indicators.get(id)?.fields ?? {}).value ?? id;
    case 'action':
      return currentFields(state.actions.get(id)?.fields ?? {}).text ?? id;
    case 'evidence':
      return state.evidence.get(id)?.item?.no ?? id;
    case 'checklist':
      return state.checklists.get(id)?.checklist?.title.en ?? id;
    case 'source':
      return state.sources.get(id)?.source?.name ?? id;
  }
}
