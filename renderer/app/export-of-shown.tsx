import { useMemo } from 'react';
import { askedFields } from '#shared/domain/entry-match.ts';
import { useTimeline } from '../data/use-records.ts';
import { ExportDialog } from '../features/export/export-dialog.tsx';
import { useShownFilter } from '../records/shown-filter.ts';
import { useFoundRows, useRowTests } from '../features/timeline/use-found-rows.ts';
import type { FrameProps } from './frame-props.ts';

/** The export dialog, which may take just what the timeline shows. */
export function ExportOfShown({
  desktop,
  settings,
  changeSettings,
  onClose,
}: Pick<FrameProps, 'desktop' | 'settings' | 'changeSettings'> & { readonly onClose: () => void }) {
  const all = useTimeline();
  const [filter] = useShownFilter();
  const { rows } = useFoundRows(all, useRowTests(filter, all));
  const isFiltered = askedFields(filter).length > 0;
  const shown = useMemo(
    () => (isFiltered ? rows.map(({ id }) => id) : undefined),
    [isFiltered, rows],
  );
  return (
    <ExportDialog
      desktop={desktop}
      partners={settings.partners ?? []}
      onPartners={(partners) => void changeSettings({ partners: [...partners] })}
      shown={shown}
      onClose={onClose}
    />
  );
}
