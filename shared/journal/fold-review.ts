import type { SignedLine } from './envelope.ts';
import type { OperationOf } from './operation.ts';
import type { RecordChange, RecordReader } from './records.ts';
import { originOf } from './write-fields.ts';

/**
 * Folds what is written about a version of the report; `claimed` when another writer's id was taken before.
 */
export function foldRelease(
  read: RecordReader,
  line: SignedLine,
  operation: OperationOf<
    'release.submit' | 'release.review' | 'release.publish' | 'release.withdraw'
  >,
): RecordChange | 'claimed' | undefined {
  const origin = originOf(line);
  if (operation.t === 'release.submit') {
    const { t: _t, id, ...submission } = operation;
    const before = read.get('releases', id);
    if (before?.submission !== undefined)
      return before.origin?.feed === line.p.feed ? undefined : 'claimed';
    const record = { id, verdicts: [], files: [], withdrawals: [], ...before, origin, submission };
    return { collection: 'releases', record };
  }
  const { id: op, release: id } = operation;
  const before = read.get('releases', id) ?? { id, verdicts: [], files: [], withdrawals: [] };
  const said = [...before.verdicts, ...before.files, ...before.withdrawals];
  if (said.some((known) => known.op === op)) return undefined;
  switch (operation.t) {
    case 'release.review': {
      const { t: _t, id: _id, release: _release, ...verdict } = operation;
      const verdicts = [...before.verdicts, { ...origin, op, ...verdict }];
      return { collection: 'releases', record: { ...before, verdicts } };
    }
    case 'release.publish': {
      const { t: _t, id: _id, release: _release, ...file } = operation;
      const files = [...before.files, { ...origin, op, ...file }];
      return { collection: 'releases', record: { ...before, files } };
    }
    case 'release.withdraw': {
      const withdrawals = [...before.withdrawals, { ...origin, op, reason: operation.reason }];
      return { collection: 'releases', record: { ...before, withdrawals } };
    }
  }
}
