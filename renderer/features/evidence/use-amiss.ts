import { useEffect, useState } from 'react';
import type { CopyState } from '#shared/ipc/evidence-contract.ts';
import type { EvidenceRecord } from '#shared/journal/records.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';

/** Most copies that one question may name. */
const mostAsked = 50_000;

/** Copies that are not there, or not with their size, by hash: looked at whenever an item is added. */
export function useAmiss(
  desktop: Desktop,
  records: readonly EvidenceRecord[],
): ReadonlyMap<string, CopyState> {
  const [amiss, setAmiss] = useState<ReadonlyMap<string, CopyState>>(new Map());
  const count = records.length;
  useEffect(() => {
    let isOver = false;
    const copies = records
      .slice(-mostAsked)
      .flatMap(({ item }) =>
        item?.sha256 === undefined || item.size === undefined
          ? []
          : [{ sha256: item.sha256, size: item.size }],
      );
    if (copies.length === 0) return undefined;
    void desktop['evidence:present']({ copies }).then((reply) => {
      if (!isOver && reply.ok)
        setAmiss(new Map(reply.value.amiss.map(({ sha256, state }) => [sha256, state])));
    });
    return () => {
      isOver = true;
    };
    // What people say of items changes no file: the list is looked at again when one is added.
    // oxlint-disable-next-line react/exhaustive-deps -- see above
  }, [desktop, count]);
  return amiss;
}
