import { useEffect, useState } from 'react';
import type { ReportTemplate } from '#shared/report/report-template.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useSession } from '../../data/session-context.tsx';
import { keepChoices, readChoices } from './report-choices.ts';

/** Shapes of this notebook's reports, as this machine keeps them; undefined until they are read. */
export function useReportShapes(desktop: Desktop) {
  const session = useSession();
  const [shapes, setShapes] = useState(() => readChoices(session).shapes);
  useEffect(() => {
    if (shapes !== undefined) return undefined;
    let isWanted = true;
    void desktop['template:kept']({}).then((reply) => {
      const kept = reply.ok ? reply.value.shapes : [];
      if (!isWanted) return;
      keepChoices(session, { shapes: kept });
      setShapes(kept);
    });
    return () => {
      isWanted = false;
    };
  }, [desktop, session, shapes]);
  const keep = (news: readonly ReportTemplate[]) => {
    keepChoices(session, { shapes: news });
    setShapes(news);
    void desktop['template:keep']({ shapes: [...news] });
  };
  return { shapes, keep };
}
