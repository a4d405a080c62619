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
    case 'service':
      return currentFields(state.services.get(id)?.fields ?? {}).name ?? id;
    case 'contact':
      return currentFields(state.contacts.get(id)?.fields ?? {}).name ?? id;
    case 'movement': {
      const { from, to } = currentFields(state.movements.get(id)?.fields ?? {});
      return from === undefined || to === undefined ? id : `${from} → ${to}`;
    }
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
    case 'path':
      return currentFields(state.paths.get(id)?.fields ?? {}).name ?? id;
    case 'course':
      return currentFields(state.courses.get(id)?.fields ?? {}).text ?? id;
    case 'decision':
      return currentFields(state.decisions.get(id)?.fields ?? {}).question ?? id;
    case 'authority':
      return currentFields(state.authorities.get(id)?.fields ?? {}).holder ?? id;
    case 'deadline':
      return currentFields(state.deadlines.get(id)?.fields ?? {}).name ?? id;
    case 'question':
    case 'coverage':
      return id;
  }
}
