import { useState } from 'react';
import type { GuidanceBody } from '#shared/catalogue/guidance.ts';
import { guidanceBodySchema } from '#shared/catalogue/guidance.ts';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { guidanceMessages as m } from '#shared/i18n/guidance-messages.ts';
import { guidanceErrorText, type GuidanceError } from '#shared/i18n/word-guidance.ts';
import type { IpcReply } from '#shared/ipc/contract.ts';
import type { PickedFile } from '#shared/ipc/guidance-contract.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { type GuidanceTab, guidanceTabs, useGuidance } from '../../records/guidance.tsx';
import { useLanguage, useSay } from '../../records/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { AttackReleaseTab } from './attack-release-tab.tsx';
import { GuideEditor } from './guide-editor.tsx';
import styles from './guidance-dialog.module.css';
import { GuidesTab } from './guides-tab.tsx';
import { PickedView } from './picked-view.tsx';
import { TemplateEditor } from './template-editor.tsx';
import { TemplatesTab } from './templates-tab.tsx';

const tabNames = { templates: m.tabTemplates, guides: m.tabGuides, attack: m.tabAttack };

type Props = { readonly desktop: Desktop; readonly first: GuidanceTab };
type News = { readonly tone: 'note' | 'danger'; readonly text: string };

/** The organisation's own templates and guides, and the release of ATT&CK: edited, carried, taken over. */
export function GuidanceDialog({ desktop, first }: Props) {
  const say = useSay();
  const language = useLanguage();
  const { guidance, changed, open } = useGuidance();
  const [tab, setTab] = useState(first);
  const [edited, setEdited] = useState<GuidanceBody>();
  const [isChanged, setIsChanged] = useState(false);
  const [asks, setAsks] = useState(false);
  const [picked, setPicked] = useState<PickedFile>();
  const [isBusy, setIsBusy] = useState(false);
  const [news, setNews] = useState<News>();

  const fail = (error: GuidanceError) => {
    const text = guidanceErrorText(language, error);
    setNews(text === undefined ? undefined : { tone: 'danger', text });
  };
  const tell = (text: string) => setNews({ tone: 'note', text });
  /** Back to the list; what was typed goes only when somebody says so. */
  const leave = () => {
    if (edited === undefined && picked === undefined) return open(undefined);
    if (isChanged && !asks) return setAsks(true);
    setEdited(undefined);
    setPicked(undefined);
    setIsChanged(false);
    return setAsks(false);
  };
  const save = async (written: GuidanceBody, removed = false) => {
    const checked = guidanceBodySchema.safeParse(written);
    if (!checked.success) {
      const where = checked.error.issues[0]?.path.slice(1).join('.') ?? '';
      return setNews({ tone: 'danger', text: say(m.notTaken, { where }) });
    }
    const reply = await desktop['guidance:save']({ written: checked.data, removed });
    if (!reply.ok) return fail(reply.error);
    const revision = reply.value.guidance.pieces.at(-1)?.revision ?? 1;
    changed({ guidance: reply.value.guidance });
    setEdited(undefined);
    setIsChanged(false);
    setAsks(false);
    return tell(removed ? say(m.removed) : say(m.saved, { number: String(revision) }));
  };
  const exportKeys = async (keys: string[] | null) => {
    const reply = await desktop['guidance:export']({ keys });
    if (reply.ok) tell(say(m.exported, { place: reply.value.place }));
    else fail(reply.error);
  };
  const pick = async () => {
    setIsBusy(true);
    const reply: IpcReply<'guidance:pick'> = await desktop['guidance:pick']({});
    setIsBusy(false);
    if (!reply.ok) return fail(reply.error);
    setNews(undefined);
    return setPicked(reply.value);
  };
  const take = async () => {
    const reply = await desktop['guidance:take']({});
    if (!reply.ok) return fail(reply.error);
    changed({ guidance: reply.value.guidance, imported: reply.value.attack });
    setPicked(undefined);
    return tell(say(m.taken));
  };
  const toBundled = async (domain: 'enterprise-attack' | 'ics-attack', version: string) => {
    const reply = await desktop['guidance:bundled']({ domain });
    if (!reply.ok) return fail(reply.error);
    changed({ imported: reply.value.attack });
    return tell(say(m.backToBundled, { version }));
  };

  const onChanged = () => setIsChanged(true);
  const panel = () => {
    if (picked !== undefined)
      return <PickedView picked={picked} onTake={() => void take()} onBack={leave} />;
    if (edited?.kind === 'template')
      return (
        <TemplateEditor
          first={edited.body}
          onChanged={onChanged}
          onSave={(body) => void save({ kind: 'template', body })}
          onBack={leave}
        />
      );
    if (edited?.kind === 'guide')
      return (
        <GuideEditor
          first={edited.body}
          onChanged={onChanged}
          onSave={(body) => void save({ kind: 'guide', body })}
          onBack={leave}
        />
      );
    return (
      <>
        <Tabs
          name={say(m.title)}
          tabs={guidanceTabs.map((id) => ({ id, label: say(tabNames[id]) }))}
          selected={tab}
          onSelect={setTab}
        >
          {tab === 'templates' && (
            <TemplatesTab
              guidance={guidance}
              onEdit={(body) => setEdited({ kind: 'template', body })}
              onSave={(body, removed) => void save({ kind: 'template', body }, removed)}
              onExport={(key) => void exportKeys([key])}
            />
          )}
          {tab === 'guides' && (
            <GuidesTab
              guidance={guidance}
              onEdit={(body) => setEdited({ kind: 'guide', body })}
              onRemove={(body) => void save({ kind: 'guide', body }, true)}
            />
          )}
          {tab === 'attack' && <AttackReleaseTab onBundled={(...of) => void toBundled(...of)} />}
        </Tabs>
        <div className={styles['foot']}>
          <Button disabled={isBusy} onClick={() => void pick()}>
            {say(isBusy ? m.reading : m.importFile)}
          </Button>
          {tab !== 'attack' && (
            <Button onClick={() => void exportKeys(null)}>{say(m.exportAll)}</Button>
          )}
        </div>
      </>
    );
  };
  return (
    <Dialog title={say(m.title)} closeName={say(frameMessages.close)} onClose={leave} width="wide">
      <div className={styles['body']}>
        <div aria-live="polite">
          {news !== undefined && <Banner tone={news.tone}>{news.text}</Banner>}
        </div>
        {asks && (
          <div role="alert" className={styles['ask']}>
            <span>{say(m.discardAsk)}</span>
            <Button look="primary" onClick={() => setAsks(false)}>
              {say(m.keepEditing)}
            </Button>
            <Button onClick={leave}>{say(m.discard)}</Button>
          </div>
        )}
        {panel()}
      </div>
    </Dialog>
  );
}
