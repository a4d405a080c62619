import { fieldTextWith, flattenJson, scalarText } from './field-text.ts';
import { jsonFormatReader } from './json-format.ts';
import { isoTime } from './log-time.ts';

const fieldText = fieldTextWith([]);

/**
 * The unified log of macOS as `log show --style json` and `ndjson` write it.
 *
 * Every event has its time with an offset, a message, and the path of the process that wrote it. What a line of
 * ndjson counts at the end is no event.
 */
export const macosLogJsonReader = jsonFormatReader({
  id: 'macos-log-json',
  score: (object) =>
    'eventMessage' in object && 'machTimestamp' in object && 'timestamp' in object ? 97 : 0,
  read(object, clock) {
    const timeText = scalarText(object['timestamp']) ?? '';
    if (timeText === '' && object['eventMessage'] === undefined) return undefined;
    const program = lastName(scalarText(object['processImagePath']) ?? '');
    const process = scalarText(object['processID']);
    const [subsystem, category] = ['subsystem', 'category'].map((name) => scalarText(object[name]));
    const tag = `${program}${process === undefined ? '' : `[${process}]`}`;
    const place = [subsystem, category].filter((name) => name !== undefined && name !== '');
    const said = scalarText(object['eventMessage']) ?? '';
    const before = [tag === '' ? '' : `${tag}:`, place.length === 0 ? '' : `[${place.join(':')}]`];
    return {
      time: isoTime(timeText, clock),
      timeText,
      host: '',
      kind: scalarText(object['messageType']) || (scalarText(object['eventType']) ?? ''),
      text:
        said === ''
          ? fieldText(flattenJson(object))
          : [...before, said].filter((part) => part !== '').join(' '),
    };
  },
});

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
