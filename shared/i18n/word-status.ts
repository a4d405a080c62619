import type {
  ServiceItem,
  StatusBoard,
  StatusGroup,
  StatusItem,
} from '../application/status-board.ts';
import type { RegisterRefusal } from '../application/systems.ts';
import type { AccountFields } from '../domain/account.ts';
import type { ServiceState } from '../domain/business-service.ts';
import type { ContactKind } from '../domain/contact.ts';
import type { AssetFields } from '../domain/system.ts';
import { formatInstant } from '../domain/time/format-time.ts';
import { type Language, type Message, say } from './messages.ts';
import { systemMessages as m } from './system-messages.ts';
import { systemViewMessages as view } from './system-view-messages.ts';

/** Words of the states of a system. */
export const systemStateMessages: Readonly<
  Record<NonNullable<AssetFields['state']>['value'], Message>
> = {
  unknown: m.stateUnknown,
  suspected: m.stateSuspected,
  compromised: m.stateCompromised,
  contained: m.stateContained,
  rebuilt: m.stateRebuilt,
  'back-in-service': m.stateBackInService,
  cleared: m.stateCleared,
};

/** Words of the states of an account. */
export const accountStateMessages: Readonly<
  Record<NonNullable<AccountFields['state']>['value'], Message>
> = {
  unknown: m.stateUnknown,
  suspected: m.stateSuspected,
  compromised: m.stateUsed,
  disabled: m.stateDisabled,
  reset: m.stateReset,
  'back-in-service': m.stateBackInService,
  cleared: m.stateCleared,
};

/** Words of the states of a business service. */
export const serviceStateMessages: Readonly<Record<ServiceState, Message>> = {
  running: m.serviceRunning,
  degraded: m.serviceDegraded,
  stopped: m.serviceStopped,
  restoring: m.serviceRestoring,
  restored: m.serviceRestored,
};

/** Words of the kinds of contacts. */
export const contactKindMessages: Readonly<Record<ContactKind, Message>> = {
  own: view.kindOwn,
  supplier: view.kindSupplier,
  partner: view.kindPartner,
  customer: view.kindCustomer,
  authority: view.kindAuthority,
  other: view.kindOther,
};

/** Words of the groups of the status board. */
export const statusGroupMessages: Readonly<Record<StatusGroup, Message>> = {
  open: m.groupOpen,
  partly: m.groupPartly,
  suspected: m.groupSuspected,
  unproven: m.groupUnproven,
  unknown: m.groupUnknown,
  contained: m.groupContained,
  recovering: m.groupRecovering,
  clear: m.groupClear,
};

/** Words why something was not written on a register. */
export function wordRegisterRefusal(language: Language, refusal: RegisterRefusal): string {
  switch (refusal.kind) {
    case 'name-missing':
      return say(language, m.nameNeeded);
    case 'name-taken':
      return say(language, m.nameTaken, { name: refusal.name });
    case 'reason-missing':
      return say(language, m.reasonNeeded);
    case 'not-clear':
      switch (refusal.gap) {
        case 'not-collected':
          return say(language, m.gapNotCollected);
        case 'not-examined':
          return say(language, m.gapNotExamined);
        case 'nobody':
          return say(language, m.gapNobody);
        case 'something-found':
          return say(language, m.gapSomethingFound);
      }
  }
}

/** Where and when a board is read. */
export type BoardReading = {
  readonly language: Language;
  /** Title of the incident; empty when nobody wrote one. */
  readonly title: string;
  readonly nowMs: number;
  readonly zone: string;
};

/** The items of a board by group, in the order of the groups. */
export function groupedItems(
  items: readonly StatusItem[],
): readonly { readonly group: StatusGroup; readonly items: readonly StatusItem[] }[] {
  const groups = new Map<StatusGroup, StatusItem[]>();
  for (const item of items) {
    const list = groups.get(item.group);
    if (list === undefined) groups.set(item.group, [item]);
    else list.push(item);
  }
  return [...groups].map(([group, list]) => ({ group, items: list }));
}

/** What a line of the board says of a system or an account, without its name. */
export function wordStatusItem(
  item: StatusItem,
  register: 'systems' | 'accounts',
  { language, zone }: Pick<BoardReading, 'language' | 'zone'>,
): string {
  const state =
    register === 'systems'
      ? systemStateMessages[item.state as keyof typeof systemStateMessages]
      : accountStateMessages[item.state as keyof typeof accountStateMessages];
  const parts = [
    // The heading of its group says it already, and there is no time to say.
    ...(item.group === 'unknown'
      ? []
      : [wordSince(say(language, state), item.sinceMs, language, zone)]),
    ...(item.keyAsset ? [say(language, m.boardKeyAsset)] : []),
    ...(item.disputed ? [say(language, m.boardDisputed)] : []),
  ];
  return parts.join(say(language, m.boardJoin));
}

/** What a line of the board says of a business service, without its name. */
export function wordServiceItem(
  { state, sinceMs, waitsFor }: ServiceItem,
  { language, zone }: Pick<BoardReading, 'language' | 'zone'>,
): string {
  const join = say(language, m.boardJoin);
  const said = say(language, state === undefined ? m.serviceUnknown : serviceStateMessages[state]);
  const parts = [
    state === undefined ? said : wordSince(said, sinceMs, language, zone),
    ...(waitsFor.length > 0 ? [say(language, m.boardWaits, { names: waitsFor.join(join) })] : []),
  ];
  return parts.join(join);
}

function wordSince(
  state: string,
  sinceMs: number | undefined,
  language: Language,
  zone: string,
): string {
  if (sinceMs === undefined) return state;
  const time = formatInstant(sinceMs, { zone, locale: language, style: 'short' }, 'minute');
  return say(language, m.boardSince, { state, time });
}

/** The whole board as plain text, to be read out on the phone: one fact a line, the most pressing first. */
export function wordStatusBoard(board: StatusBoard, reading: BoardReading): string {
  const { language, title, nowMs, zone } = reading;
  const time = formatInstant(nowMs, { zone, locale: language, style: 'full' }, 'minute');
  const lines = [
    title === ''
      ? say(language, m.boardUntitled, { time })
      : say(language, m.boardTitle, { title, time }),
  ];
  for (const [register, heading] of [
    ['systems', m.boardSystems],
    ['accounts', m.boardAccounts],
  ] as const) {
    lines.push('', say(language, heading));
    if (board[register].length === 0) lines.push(say(language, m.boardNone));
    for (const { group, items } of groupedItems(board[register])) {
      const named = say(language, statusGroupMessages[group]);
      lines.push(say(language, m.boardGroup, { group: named, n: items.length }));
      for (const item of items) {
        const what = wordStatusItem(item, register, reading);
        lines.push(
          `  ${what === '' ? item.name : say(language, m.boardItem, { name: item.name, what })}`,
        );
      }
    }
  }
  if (board.services.length > 0) {
    lines.push('', say(language, m.boardServices));
    for (const service of board.services) {
      const { order, name } = service;
      const placed =
        order === null
          ? say(language, m.boardNoOrder, { name })
          : say(language, m.boardOrder, { order: String(order), name });
      const what = wordServiceItem(service, reading);
      lines.push(`  ${say(language, m.boardItem, { name: placed, what })}`);
    }
  }
  const isOpen = [...board.systems, ...board.accounts].some(({ group }) => group === 'unknown');
  if (isOpen) lines.push('', say(language, m.boardNobody));
  return `${lines.join('\n')}\n`;
}
