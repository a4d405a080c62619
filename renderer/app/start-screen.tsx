import {
  BookOpenText,
  FileInput,
  FolderOpen,
  ListChecks,
  NotebookPen,
  PackageOpen,
  Settings2,
} from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { frameMessages as m } from '#shared/i18n/frame-messages.ts';
import { receivedMessages } from '#shared/i18n/received-messages.ts';
import type { IpcReply, OpenError, Settings } from '#shared/ipc/contract.ts';
import { menuCommandSchema } from '#shared/ipc/menu-command.ts';
import { ok } from '#shared/lib/result.ts';
import type { Desktop } from '../data/desktop-bridge.ts';
import { useSay } from '../records/language.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import type { OpenNotebook } from './open-notebook.ts';
import { openErrorText } from './open-error-text.ts';
import { SettingsDialog } from './settings-dialog.tsx';
import styles from './start-screen.module.css';
import type { AppInfo, ChangeSettings } from './use-settings.ts';

type StartScreenProps = {
  readonly desktop: Desktop;
  readonly settings: Settings;
  readonly info: AppInfo;
  readonly changeSettings: ChangeSettings;
  readonly open: OpenNotebook;
  readonly problem: OpenError | undefined;
};

type Recent = Extract<IpcReply<'notebook:recent'>, { ok: true }>['value'];

/** Loaded when it is asked for: no first screen needs it to appear. */
const RescueDialog = lazy(async () => {
  const { RescueDialog: dialog } = await import('../features/rescue/rescue-dialog.tsx');
  return { default: dialog };
});

const ReceiveDialog = lazy(async () => {
  const { ReceiveDialog: dialog } = await import('../features/sharing/receive-dialog.tsx');
  return { default: dialog };
});

const GuidanceWithoutNotebook = lazy(async () => {
  const { GuidanceWithoutNotebook: dialog } =
    await import('../features/guidance/guidance-without-notebook.tsx');
  return { default: dialog };
});

/** The first minute: start an incident, open one, look at an example. */
export function StartScreen(props: StartScreenProps) {
  const { desktop, settings, info, changeSettings, open, problem } = props;
  const say = useSay();
  const [recent, setRecent] = useState<Recent>([]);
  const [settingsOpen, setSettingsOpen] = useState(false);
  const [rescueOpen, setRescueOpen] = useState(false);
  const [receiveOpen, setReceiveOpen] = useState(false);
  const [guidanceOpen, setGuidanceOpen] = useState(false);

  useEffect(() => {
    void desktop['notebook:recent']({}).then((reply) => reply.ok && setRecent(reply.value));
  }, [desktop]);
  useEffect(
    () =>
      desktop.subscribe('command:run', (payload) => {
        const { command } = menuCommandSchema.parse(payload);
        if (command === 'notebook.open') void open(desktop['notebook:open']({}));
        if (command === 'notebook.new') document.querySelector<HTMLElement>('main input')?.focus();
      }),
    [desktop, open],
  );

  const startReadiness = () =>
    void open(
      desktop['notebook:create']({
        title: say(m.readinessName, { date: new Date().toLocaleDateString('sv') }),
        by: settings.by,
        tlp: 'AMBER',
        zone: info.zone,
        kind: 'readiness',
        choosePlace: false,
      }),
      undefined,
      { view: 'kill-chain' },
    );

  const problemText = problem && openErrorText(settings.language, problem);
  return (
    <main className={styles['screen']}>
      {info.testRuntime && <Banner tone="warning">{say(m.testRuntime)}</Banner>}
      {problemText !== undefined && <Banner tone="danger">{problemText}</Banner>}
      <div className={styles['column']}>
        <header className={styles['header']}>
          <h1 className={styles['product']}>Kiroku</h1>
          <p className={styles['line']}>{say(m.productLine)}</p>
          <div className={styles['corner']}>
            <Button
              look="quiet"
              lang={settings.language === 'en' ? 'ja' : 'en'}
              onClick={() =>
                void changeSettings({ language: settings.language === 'en' ? 'ja' : 'en' })
              }
            >
              {settings.language === 'en' ? '日本語' : 'English'}
            </Button>
            <IconButton
              name={say(m.settings)}
              icon={<Settings2 size={16} aria-hidden />}
              onClick={() => setSettingsOpen(true)}
            />
          </div>
        </header>
        <StartForm {...props} />
        <section className={styles['section']} aria-labelledby="open-heading">
          <div className={styles['row']}>
            <h2 id="open-heading">{say(recent.length > 0 ? m.recentTitle : m.openTitle)}</h2>
            <span className={styles['buttons']}>
              <Button
                icon={<FolderOpen size={16} aria-hidden />}
                onClick={() => void open(desktop['notebook:open']({}))}
              >
                {say(m.openAction)}
              </Button>
              <Button
                icon={<PackageOpen size={16} aria-hidden />}
                onClick={() => setReceiveOpen(true)}
              >
                {say(receivedMessages.action)}
              </Button>
              <Button
                look="quiet"
                icon={<FileInput size={16} aria-hidden />}
                onClick={() => setRescueOpen(true)}
              >
                {say(m.rescueAction)}
              </Button>
            </span>
          </div>
          {recent.length > 0 && (
            <ul className={styles['recent']}>
              {recent.map(({ id, name, place }) => (
                <li key={id}>
                  <button
                    type="button"
                    className={styles['notebook']}
                    onClick={() => void open(desktop['notebook:open']({ recent: id }))}
                  >
                    <span className={styles['name']}>{name}</span>
                    <span className={styles['place']}>{place}</span>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </section>
        <section className={styles['section']} aria-labelledby="readiness-heading">
          <div className={styles['row']}>
            <div>
              <h2 id="readiness-heading">{say(m.readinessTitle)}</h2>
              <p className={styles['hint']}>{say(m.readinessHint)}</p>
            </div>
            <span className={styles['buttons']}>
              <Button icon={<ListChecks size={16} aria-hidden />} onClick={startReadiness}>
                {say(m.readinessAction)}
              </Button>
              <Button
                look="quiet"
                icon={<NotebookPen size={16} aria-hidden />}
                onClick={() => setGuidanceOpen(true)}
              >
                {say(m.guidanceAction)}
              </Button>
            </span>
          </div>
        </section>
        <section className={styles['section']} aria-labelledby="example-heading">
          <div className={styles['row']}>
            <div>
              <h2 id="example-heading">{say(m.exampleTitle)}</h2>
              <p className={styles['hint']}>{say(m.exampleHint)}</p>
            </div>
            <span className={styles['buttons']}>
              {(['en', 'ja'] as const).map((language) => (
                <Button
                  key={language}
                  icon={<BookOpenText size={16} aria-hidden />}
                  onClick={() => void open(desktop['notebook:example']({ language }))}
                >
                  {say(language === 'en' ? m.exampleEnglish : m.exampleJapanese)}
                </Button>
              ))}
            </span>
          </div>
        </section>
        <footer className={styles['footer']}>{say(m.offlinePromise)}</footer>
      </div>
      {rescueOpen && (
        <Suspense>
          <RescueDialog
            desktop={desktop}
            onClose={() => setRescueOpen(false)}
            makeNew={{
              by: settings.by,
              make: ({ title, by }, order) => {
                const request = { title, by, tlp: 'AMBER', zone: info.zone } as const;
                const made = desktop['notebook:create']({ ...request, choosePlace: false });
                void open(made, order);
              },
            }}
          />
        </Suspense>
      )}
      {receiveOpen && (
        <Suspense>
          <ReceiveDialog
            desktop={desktop}
            by={settings.by}
            zone={info.zone}
            onClose={() => setReceiveOpen(false)}
            onReceived={(opened, taken) =>
              void open(Promise.resolve(ok(opened)), undefined, { view: 'sharing', taken })
            }
          />
        </Suspense>
      )}
      {guidanceOpen && (
        <Suspense>
          <GuidanceWithoutNotebook desktop={desktop} onClose={() => setGuidanceOpen(false)} />
        </Suspense>
      )}
      {settingsOpen && (
        <SettingsDialog
          settings={settings}
          info={info}
          change={changeSettings}
          onClose={() => setSettingsOpen(false)}
        />
      )}
    </main>
  );
}

/** One field and Enter; the writer's name is asked for once, with the first notebook. */
function StartForm({ desktop, settings, info, changeSettings, open }: StartScreenProps) {
  const say = useSay();
  const [title, setTitle] = useState('');
  const [by, setBy] = useState(settings.by);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  // Settles when the form first appears: the field must not vanish while the name is typed.
  const [asksName] = useState(settings.by.trim() === '');

  const start = async (choosePlace: boolean) => {
    setAsked(true);
    if (title.trim() === '' || by.trim() === '' || busy) return;
    setBusy(true);
    if (by !== settings.by) await changeSettings({ by: by.trim() });
    const request = { title: title.trim(), by: by.trim(), tlp: 'AMBER', zone: info.zone } as const;
    await open(desktop['notebook:create']({ ...request, choosePlace }));
    setBusy(false);
  };
  const wants = (text: string) => asked && text.trim() === '';
  return (
    <section className={styles['start']} aria-labelledby="start-heading">
      <h2 id="start-heading" className={styles['startTitle']}>
        {say(m.startTitle)}
      </h2>
      <div className={styles['fields']}>
        <Field
          label={say(m.incidentTitle)}
          value={title}
          onChange={setTitle}
          onEnter={() => void start(false)}
          placeholder={say(m.startPlaceholder)}
          problem={wants(title) ? say(m.titleNeeded) : undefined}
          maxLength={300}
          autoFocus
        />
        {asksName && (
          <Field
            label={say(m.yourName)}
            value={by}
            onChange={setBy}
            onEnter={() => void start(false)}
            hint={say(m.yourNameHint)}
            problem={wants(by) ? say(m.nameNeeded) : undefined}
            maxLength={200}
          />
        )}
      </div>
      <div className={styles['row']}>
        <p className={styles['hint']}>{say(m.startHint)}</p>
        <span className={styles['buttons']}>
          <Button look="quiet" disabled={busy} onClick={() => void start(true)}>
            {say(m.startElsewhere)}
          </Button>
          <Button look="primary" disabled={busy} onClick={() => void start(false)}>
            {say(m.startAction)}
          </Button>
        </span>
      </div>
    </section>
  );
}
