import { useMemo } from 'react';
import { isLateralMovement } from '#shared/catalogue/attack-catalogue.ts';
import { type MovementStep, movementSteps } from '#shared/domain/chain/movement-graph.ts';
import type { MovementFields } from '#shared/domain/movement.ts';
import { currentFields } from '#shared/journal/records.ts';
import { useRecords, useTimeline } from '../../data/use-records.ts';

/** Steps of the adversary in the order of time: what people wrote, and what entries suggest. */
export function useMovement(): readonly MovementStep[] {
  const rows = useTimeline();
  const records = useRecords('movements');
  return useMemo(
    () =>
      movementSteps(
        rows.filter(({ withdrawn }) => !withdrawn),
        records.map(({ id, fields }) => ({ id, fields: currentFields<MovementFields>(fields) })),
        isLateralMovement,
      ),
    [rows, records],
  );
}
