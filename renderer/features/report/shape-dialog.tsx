import { useState } from 'react';
import { say as sayIn } from '#shared/i18n/messages.ts';
import { audienceMessages } from '#shared/i18n/report-audience-messages.ts';
import { reportShapeMessages as m } from '#shared/i18n/report-shape-messages.ts';
import { shellMessages } from '#shared/i18n/shell-messages.ts';
import { wordTemplateError } from '#shared/i18n/word-report-template.ts';
import type { IpcReply } from '#shared/ipc/contract.ts';
import { assertNever } from '#shared/lib/assert-never.ts';
import type { Audience } from '#shared/report/audiences.ts';
import { type ReportTemplate, templateOfAudience } from '#shared/report/report-template.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import styles from './shape-dialog.module.css';
import { draftOf, type ShapeDraft, shapeOf, templateOf } from './shape-draft.ts';
import { ShapeLook } from './shape-look.tsx';
import { ShapeSections } from './shape-sections.tsx';

type ShapeDialogProps = {
  readonly desktop: Desktop;
  readonly audience: Audience;
  /** What the audience gets now; undefined for what it has by itself. */
  readonly shape: ReportTemplate | undefined;
  /** Hears the shape, and whose it is, when the dialog closes. */
  readonly onClose: (shape: ReportTemplate | undefined, audience: Audience) => void;
};

type TemplateError = Extract<
  IpcReply<'template:save' | 'template:open' | 'template:logo'>,
  { ok: false }
>['error'];
/** What came of a button, told beside it. */
type News = {
  readonly at: 'file' | 'sections' | 'logo';
  readonly tone: 'note' | 'danger';
  readonly text: string;
  /** What it took the place of: nothing that was written is gone for one click. */
  readonly before?: ShapeDraft;
};

/** The shape of the report for one audience: sections, header, logo, letters; carried as a file. */
export function ShapeDialog({ desktop, audience, shape, onClose }: ShapeDialogProps) {
  const say = useSay();
  const language = useLanguage();
  const [draft, setDraft] = useState(() => draftOf(shape ?? templateOfAudience(audience, '')));
  const [news, setNews] = useState<News>();
  const [said, setSaid] = useState('');
  const audienceName = (of: Audience) => say(audienceMessages[of]);
  const names = { template: audienceName(draft.audience), section: say(m.newSection) };

  const fail = (at: News['at'], error: TemplateError) => {
    switch (error.kind) {
      case 'cancelled':
        return;
      case 'disk-full':
        setNews({ at, tone: 'danger', text: say(m.diskFull) });
        return;
      case 'write-failed':
        setNews({ at, tone: 'danger', text: say(m.writeFailed, { detail: error.detail }) });
        return;
      case 'refused': {
        const { text, values } = wordTemplateError(error.because, error.file);
        setNews({ at, tone: 'danger', text: sayIn(language, text, values) });
        return;
      }
      default:
        assertNever(error);
    }
  };
  const tell = (at: News['at'], text: string, before?: ShapeDraft) =>
    setNews({ at, tone: 'note', text, ...(before && { before }) });
  const change = (next: ShapeDraft) => {
    setDraft(next);
    setNews(undefined);
  };
  const replaced = news?.before;
  const undo = replaced && (
    <Button onClick={() => change(replaced)}>{say(shellMessages.undo)}</Button>
  );
  const newsAt = (at: News['at']) => (
    <div role="status" className={styles['news']}>
      {news?.at === at && (
        <Banner tone={news.tone} actions={undo}>
          {news.text}
        </Banner>
      )}
    </div>
  );
  const save = async () => {
    const reply = await desktop['template:save']({ template: templateOf(draft, names) });
    if (reply.ok) tell('file', say(m.saved, { place: reply.value.place }));
    else fail('file', reply.error);
  };
  const open = async () => {
    const reply = await desktop['template:open']({});
    if (!reply.ok) return fail('file', reply.error);
    const { template, file } = reply.value;
    setDraft(draftOf(template));
    const opened = say(m.opened, { file, audience: audienceName(template.audience) });
    return tell('file', opened, draft);
  };
  const chooseLogo = async () => {
    const reply = await desktop['template:logo']({});
    if (!reply.ok) return fail('logo', reply.error);
    const { logo } = reply.value;
    setDraft((before) => ({ ...before, logo }));
    return tell('logo', say(m.logoTaken, { name: logo.name }));
  };
  const reset = () => {
    setDraft(draftOf(templateOfAudience(draft.audience, '')));
    tell('file', say(m.wasReset), draft);
  };
  const close = () => onClose(shapeOf(draft, names), draft.audience);
  return (
    <Dialog
      title={say(m.title)}
      closeName={say(m.close)}
      onClose={close}
      width="wide"
      actions={
        <Button look="primary" onClick={close}>
          {say(m.close)}
        </Button>
      }
    >
      <div className={styles['sheet']}>
        <p role="status" className="visually-hidden">
          {said}
        </p>
        <p className={styles['hint']}>{say(m.lead)}</p>
        <p className={styles['for']}>{say(m.for, { audience: audienceName(draft.audience) })}</p>
        <div className={styles['buttons']}>
          <Button onClick={() => void open()}>{say(m.openFile)}</Button>
          <Button onClick={() => void save()}>{say(m.saveFile)}</Button>
          <Button look="quiet" onClick={reset}>
            {say(m.reset)}
          </Button>
        </div>
        {newsAt('file')}
        <ShapeSections
          draft={draft}
          onDraft={change}
          onRemoved={(next, text) => {
            setDraft(next);
            tell('sections', text, draft);
          }}
          onSaid={setSaid}
          news={newsAt('sections')}
        />
        <ShapeLook
          draft={draft}
          onDraft={change}
          onChooseLogo={() => void chooseLogo()}
          news={newsAt('logo')}
        />
        <Field
          label={say(m.name)}
          value={draft.name}
          placeholder={names.template}
          maxLength={200}
          onChange={(name) => change({ ...draft, name })}
        />
      </div>
    </Dialog>
  );
}
