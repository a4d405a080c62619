import { useMemo } from 'react';
import { accountGroup, systemGroup } from '#shared/application/status-board.ts';
import { namesOfSystem } from '#shared/application/systems.ts';
import type { AccountFields } from '#shared/domain/account.ts';
import type { AssetFields } from '#shared/domain/system.ts';
import type { Message } from '#shared/i18n/messages.ts';
import { systemMessages } from '#shared/i18n/system-messages.ts';
import { systemViewMessages as m } from '#shared/i18n/system-view-messages.ts';
import { contactKindMessages, serviceStateMessages } from '#shared/i18n/word-status.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useTimeline } from '../../data/use-records.ts';
import { useSay } from '../../records/language.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { BoardTab } from './board-tab.tsx';
import { criticalityMessages } from './field-specs.ts';
import { MovementTab } from './movement-tab.tsx';
import { RegisterTab } from './register-tab.tsx';
import {
  allNames,
  entriesNaming,
  useAccounts,
  useContacts,
  useServices,
  useSystems,
  useUnregistered,
} from './registers.ts';
import { StateMark } from './state-mark.tsx';
import styles from './systems-view.module.css';
import { type SystemsTab, systemsTabs, useSystemsTab } from './use-systems-state.ts';

const tabMessages: Readonly<Record<SystemsTab, Message>> = {
  board: m.tabBoard,
  systems: m.tabSystems,
  accounts: m.tabAccounts,
  services: m.tabServices,
  contacts: m.tabContacts,
  movement: m.tabMovement,
};

/** Systems, accounts, services, contacts and movement: how they stand, and why. */
export function SystemsView() {
  const say = useSay();
  const [tab, setTab] = useSystemsTab();
  return (
    <div className={styles['view']}>
      <h2 className="visually-hidden">{say(m.title)}</h2>
      <Tabs
        name={say(m.tabs)}
        tabs={systemsTabs.map((id) => ({ id, label: say(tabMessages[id]) }))}
        selected={tab}
        onSelect={setTab}
      >
        <TabContent tab={tab} />
      </Tabs>
    </div>
  );
}

function TabContent({ tab }: { readonly tab: SystemsTab }) {
  switch (tab) {
    case 'board':
      return <BoardTab />;
    case 'systems':
      return <SystemsRegister />;
    case 'accounts':
      return <AccountsRegister />;
    case 'services':
      return <ServicesRegister />;
    case 'contacts':
      return <ContactsRegister />;
    case 'movement':
      return <MovementTab />;
  }
}

function systemState({ fields: { state } }: { readonly fields: AssetFields }) {
  return <StateMark register="asset" state={state} group={systemGroup(state)} />;
}

function accountState({ fields: { state } }: { readonly fields: AccountFields }) {
  return <StateMark register="account" state={state} group={accountGroup(state)} />;
}

function SystemsRegister() {
  const say = useSay();
  const systems = useSystems();
  const rows = useTimeline();
  const names = useMemo(() => allNames(systems), [systems]);
  const proposed = useUnregistered('hosts', names);
  return (
    <RegisterTab
      register="asset"
      title={m.tabSystems}
      empty={m.emptySystems}
      records={systems}
      names={names}
      proposed={proposed}
      entriesOf={(system) => entriesNaming(rows, 'hosts', namesOfSystem(system))}
      columns={[
        {
          label: m.state,
          cell: systemState,
        },
        { label: m.role, cell: ({ fields }) => visibleText(fields.role ?? '') },
        { label: m.owner, cell: ({ fields }) => visibleText(fields.owner ?? ''), look: 'wide' },
        { label: m.network, cell: ({ fields }) => visibleText(fields.network ?? ''), look: 'wide' },
        {
          label: m.criticality,
          cell: ({ fields: { criticality, keyAsset } }) =>
            [
              ...(criticality === undefined ? [] : [say(criticalityMessages[criticality])]),
              ...(keyAsset === true ? [say(m.keyAsset)] : []),
            ].join(say(systemMessages.boardJoin)),
          look: 'wide',
        },
      ]}
    />
  );
}

function AccountsRegister() {
  const accounts = useAccounts();
  const rows = useTimeline();
  const names = useMemo(() => accounts.map(({ name }) => name), [accounts]);
  const proposed = useUnregistered('accounts', names);
  return (
    <RegisterTab
      register="account"
      title={m.tabAccounts}
      empty={m.emptyAccounts}
      records={accounts}
      names={names}
      proposed={proposed}
      entriesOf={({ name }) => entriesNaming(rows, 'accounts', [name])}
      columns={[
        {
          label: m.state,
          cell: accountState,
        },
        { label: m.privileges, cell: ({ fields }) => visibleText(fields.privileges ?? '') },
        { label: m.domain, cell: ({ fields }) => visibleText(fields.domain ?? ''), look: 'wide' },
        { label: m.owner, cell: ({ fields }) => visibleText(fields.owner ?? ''), look: 'wide' },
      ]}
    />
  );
}

function ServicesRegister() {
  const say = useSay();
  const services = useServices();
  const names = useMemo(() => services.map(({ name }) => name), [services]);
  return (
    <RegisterTab
      register="service"
      title={m.tabServices}
      empty={m.emptyServices}
      records={services}
      names={names}
      columns={[
        { label: m.order, cell: ({ fields }) => fields.order ?? '–' },
        {
          label: m.state,
          cell: ({ fields: { state } }) =>
            say(
              state === undefined
                ? systemMessages.serviceUnknown
                : serviceStateMessages[state.value],
            ),
        },
        { label: m.longestOutage, cell: ({ fields }) => visibleText(fields.longestOutage ?? '') },
        { label: m.owner, cell: ({ fields }) => visibleText(fields.owner ?? ''), look: 'wide' },
      ]}
    />
  );
}

function ContactsRegister() {
  const say = useSay();
  const contacts = useContacts();
  const names = useMemo(() => contacts.map(({ name }) => name), [contacts]);
  return (
    <RegisterTab
      register="contact"
      title={m.tabContacts}
      empty={m.emptyContacts}
      records={contacts}
      names={names}
      columns={[
        { label: m.organisation, cell: ({ fields }) => visibleText(fields.organisation ?? '') },
        {
          label: m.contactKind,
          cell: ({ fields: { kind } }) =>
            kind === undefined ? '' : say(contactKindMessages[kind]),
        },
        { label: m.phone, cell: ({ fields }) => visibleText(fields.phone ?? '') },
        { label: m.hours, cell: ({ fields }) => visibleText(fields.hours ?? ''), look: 'wide' },
      ]}
    />
  );
}
