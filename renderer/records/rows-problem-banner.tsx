import { logMessages as m } from '#shared/i18n/logs-messages.ts';
import type { RowsProblem } from '../data/row-search.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { useLanguage, useSay } from './language.tsx';
import { logErrorText } from './log-error-text.ts';

type RowsProblemProps = {
  readonly problem: RowsProblem | undefined;
  readonly onRetry: () => void;
};

/** Why rows that are there are not shown; nothing while they are. */
export function RowsProblemBanner({ problem, onRetry }: RowsProblemProps) {
  const say = useSay();
  const language = useLanguage();
  if (problem === undefined) return null;
  return (
    <Banner tone="danger" actions={<Button onClick={onRetry}>{say(m.retry)}</Button>}>
      {say(m.rowsNotShown, { reason: logErrorText(language, problem) })}
    </Banner>
  );
}
