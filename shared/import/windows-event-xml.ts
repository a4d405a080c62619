import { SaxesParser } from 'saxes';
import type { FieldPair } from './json-fields.ts';
import type { LogReader } from './log-reader.ts';
import { oneRow, skipped } from './log-row.ts';
import { isoTime, makeZoneClock, type ZoneClock } from './log-time.ts';
import { type WindowsEvent, windowsEventRow } from './windows-event.ts';

type Element = { readonly name: string; readonly attributes: Record<string, string>; text: string };

/** Deeper elements are no event of Windows; a file of a million open tags must not fill the memory. */
const deepest = 64;

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function collectSystem(system: Map<string, string>, name: string, element: Element): void {
  if (name === 'Provider') {
    const { Name: given = '', EventSourceName: source = '' } = element.attributes;
    system.set('Provider', given === '' ? source : given);
  } else if (name === 'TimeCreated') {
    system.set('TimeCreated', element.attributes['SystemTime'] ?? '');
  } else {
    system.set(name, element.text.trim());
  }
}

/** Walks through one event; nothing outside of System, EventData, UserData and RenderingInfo is an event's. */
class EventCollector {
  readonly system = new Map<string, string>();
  readonly rendering = new Map<string, string>();
  readonly data: FieldPair[] = [];
  readonly #open: Element[] = [];

  openTag(name: string, attributes: Record<string, string>): void {
    this.#open.push({ name: localName(name), attributes, text: '' });
  }

  addText(text: string): void {
    const element = this.#open.at(-1);
    if (element !== undefined) element.text += text;
  }

  get tooDeep(): boolean {
    return this.#open.length > deepest;
  }

  closeTag(): void {
    const element = this.#open.pop();
    const names = this.#open.map(({ name }) => name);
    // EventData alone, as Azure keeps it, counts like the one of an event.
    if (names[0] === 'Event') names.shift();
    const [room, ...path] = names;
    if (element === undefined || room === undefined) return;
    if (room === 'System' && path.length === 0) collectSystem(this.system, element.name, element);
    else if (room === 'RenderingInfo' && path.length === 0)
      this.rendering.set(element.name, element.text);
    else if (room === 'EventData' || room === 'UserData' || room === 'DebugData')
      this.#addData(element);
  }

  #addData(element: Element): void {
    const named = element.attributes['Name'];
    const value = element.text.trim() === '' ? '' : element.text;
    // An element of UserData that only holds others has nothing but blanks of its own.
    if (value !== '') this.data.push([named ?? element.name, value]);
  }
}

function collect(text: string): EventCollector {
  const collector = new EventCollector();
  const parser = new SaxesParser({ xmlns: false, position: false });
  // Events hold characters that XML forbids; what can be read is read.
  parser.on('error', () => undefined);
  parser.on('opentag', ({ name, attributes }) => collector.openTag(name, attributes));
  parser.on('text', (part) => collector.addText(part));
  parser.on('cdata', (part) => collector.addText(part));
  parser.on('closetag', () => collector.closeTag());
  const piece = 65_536;
  for (let at = 0; at < text.length && !collector.tooDeep; at += piece)
    parser.write(text.slice(at, at + piece));
  if (!collector.tooDeep) parser.close();
  return collector;
}

const utc = makeZoneClock('UTC');

/**
 * Reads one `<Event>`; undefined when there is no `System` with an event number in it.
 *
 * `SystemTime` is UTC by the event schema (learn.microsoft.com, "TimeCreated (SystemPropertiesType)"),
 * with or without its Z.
 */
export function readEventXml(text: string, clock: ZoneClock = utc): WindowsEvent | undefined {
  const { system, rendering, data } = collect(text);
  const id = system.get('EventID') ?? '';
  if (id === '') return undefined;
  const timeText = system.get('TimeCreated') ?? '';
  return {
    time: isoTime(timeText, clock),
    timeText,
    id,
    provider: system.get('Provider') ?? '',
    channel: system.get('Channel') ?? '',
    host: system.get('Computer') ?? '',
    level: rendering.get('Level') ?? '',
    recordNumber: system.get('EventRecordID') ?? '',
    message: rendering.get('Message') ?? '',
    data,
  };
}

/** The fields of an `<EventData>` that stands alone, as Azure keeps it. */
export function readEventDataXml(text: string): readonly FieldPair[] {
  return collect(text).data;
}

const eventTag =
  /<(?:\w{1,20}:)?Event(?:\s[^<>]{0,400})?>\s{0,200}<(?:\w{1,20}:)?System(?:\s[^<>]{0,200})?>/u;

/**
 * Events of Windows as XML: `wevtutil qe`, Event Viewer's "save as XML", `Get-WinEvent … ToXml()`, evtx_dump.
 *
 * One `<Event>` is one row, whatever stands between them. Entities that a document type would declare are not
 * expanded: no document type is read.
 */
export const windowsEventXmlReader: LogReader = {
  id: 'windows-event-xml',
  detect(head) {
    const start = head.text.slice(0, 16_384).trimStart();
    if (!start.startsWith('<') && !/^Record \d+\s/u.test(start)) return undefined;
    const match = eventTag.exec(start);
    if (match === null) return undefined;
    return {
      score: 95,
      layout: { shape: 'xml', element: 'Event' },
      questions: [],
      notes: [],
    };
  },
  start() {
    return (record) => {
      if (record.shape !== 'xml') return skipped('other-format');
      const event = readEventXml(record.text);
      return event === undefined ? skipped('broken-xml') : oneRow(windowsEventRow(event));
    };
  },
};
