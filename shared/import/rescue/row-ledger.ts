import { cutText, repairText } from './field-value.ts';
import {
  type AccountedRow,
  changeReasons,
  guessReasons,
  type LeftReason,
  type RowOutcome,
  type RowRemark,
} from './rescued-case.ts';

/** The page of one row in the account. */
export type LedgerRow = {
  readonly table: string;
  readonly row: number;
  /** Says something about the row; the same remark counts once. */
  readonly remark: (what: RowRemark, detail?: string) => void;
  /** Something of the row is in the notebook. */
  readonly use: () => void;
  /** Nothing of the row will be, and why; it does not count once something is used. */
  readonly leave: (reason: LeftReason, detail?: string) => void;
};

export type RowLedger = {
  readonly open: (table: string, row: number) => LedgerRow;
  /** One line a row, in the order in which they were opened. */
  readonly close: () => readonly AccountedRow[];
};

const changes: ReadonlySet<RowRemark> = new Set(changeReasons);
const guesses: ReadonlySet<RowRemark> = new Set(guessReasons);
const longestDetail = 200;

/** The account of a file: a row that nobody used is left, whatever the reader forgot to say. */
export function openLedger(): RowLedger {
  const closers: (() => AccountedRow)[] = [];
  return {
    open: (table, row) => {
      const remarks = new Map<RowRemark, string[]>();
      let isUsed = false;
      let left: { readonly reason: LeftReason; readonly detail: string } | undefined;
      closers.push(() => {
        const page = { table, row };
        if (!isUsed) {
          const { reason, detail } = left ?? { reason: 'empty-row' as const, detail: '' };
          return { ...page, outcome: 'left', what: [reason], detail: shortened(detail) };
        }
        const what = [...remarks.keys()];
        const detail = [...new Set([...remarks.values()].flat())].join('; ');
        return { ...page, outcome: outcomeOf(what), what, detail: shortened(detail) };
      });
      return {
        table,
        row,
        remark: (what, detail = '') => {
          const details = remarks.get(what) ?? [];
          if (detail !== '') details.push(detail);
          remarks.set(what, details);
        },
        use: () => {
          isUsed = true;
        },
        leave: (reason, detail = '') => {
          left ??= { reason, detail };
        },
      };
    },
    close: () => closers.map((closer) => closer()),
  };
}

/** Halves of characters are left where a reader cut a detail short. */
function shortened(detail: string): string {
  return repairText(cutText(detail, longestDetail), '');
}

function outcomeOf(what: readonly RowRemark[]): RowOutcome {
  if (what.some((remark) => guesses.has(remark))) return 'guessed';
  return what.some((remark) => changes.has(remark)) ? 'changed' : 'taken';
}
