import { frameMessages as m } from '#shared/i18n/frame-messages.ts';
import { useSession } from '../data/session-context.tsx';
import { JumpBanner } from '../features/clocks/jump-banner.tsx';
import { useSay } from '../records/language.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';

/** What is true of the whole notebook and has to be known before anything is written. */
export function Banners({ onFindings }: { readonly onFindings: () => void }) {
  const say = useSay();
  const { readOnly, findings } = useSession().opened;
  const damage = findings.filter(({ severity }) => severity === 'damage').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  const show = <Button onClick={onFindings}>{say(m.showFindings)}</Button>;
  return (
    <>
      {readOnly !== null && (
        <Banner tone="warning">
          {readOnly.because === 'locked'
            ? say(m.readOnlyLocked, { holder: readOnly.holder })
            : say(m.readOnlyNotWritable)}
        </Banner>
      )}
      {damage > 0 && (
        <Banner tone="danger" actions={show}>
          {say(m.damageFound, { n: damage })}
        </Banner>
      )}
      {damage === 0 && warnings > 0 && (
        <Banner tone="warning" actions={show}>
          {say(m.warningFound, { n: warnings })}
        </Banner>
      )}
      <JumpBanner />
    </>
  );
}
