import type { MouseEvent } from 'react';
import { reportViewMessages as m } from '#shared/i18n/report-view-messages.ts';
import { sectionAnchor } from '#shared/report/anchors.ts';
import type { ReportDocument } from '#shared/report/document.ts';
import { useSay } from '../../records/language.tsx';
import { Select } from '../../ui/field.tsx';
import styles from './report-outline.module.css';

type ReportOutlineProps = {
  readonly document: ReportDocument;
  /** Anchor of the section that is being read. */
  readonly current: string | undefined;
  readonly goTo: (anchor: string) => void;
};

/** The sections as links; one of them is the one in sight. */
export function ReportOutline({ document, current, goTo }: ReportOutlineProps) {
  const say = useSay();
  return (
    <nav aria-label={say(m.outline)} className={styles['outline']} lang={document.language}>
      <ol>
        {document.sections.map(({ id, title, purpose }) => {
          const anchor = sectionAnchor(id);
          return (
            <li key={id}>
              <a
                href={`#${anchor}`}
                title={purpose === '' ? undefined : purpose}
                aria-current={anchor === current ? 'location' : undefined}
                ref={(element) => {
                  if (anchor === current) element?.scrollIntoView?.({ block: 'nearest' });
                }}
                onClick={(event: MouseEvent) => {
                  event.preventDefault();
                  goTo(anchor);
                }}
              >
                {title}
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** The same where there is no room for a list. */
export function ReportJump({ document, current, goTo }: ReportOutlineProps) {
  const say = useSay();
  const sections = document.sections.map(({ id, title }) => ({
    value: sectionAnchor(id),
    label: title,
  }));
  return (
    <div className={styles['jump']} lang={document.language}>
      <Select
        label={say(m.goTo)}
        labelHidden
        value={current ?? sections[0]?.value ?? ''}
        options={sections}
        onChange={goTo}
      />
    </div>
  );
}
