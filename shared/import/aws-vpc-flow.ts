import { joinPairs } from './field-pairs.ts';
import type { FileHead } from './log-reader.ts';
import { lineFormatReader } from './line-format.ts';
import { epochTime } from './log-time.ts';

/** The fields of a log that names none: version 2. */
const defaultFields = [
  'version',
  'account-id',
  'interface-id',
  'srcaddr',
  'dstaddr',
  'srcport',
  'dstport',
  'protocol',
  'packets',
  'bytes',
  'start',
  'end',
  'action',
  'log-status',
];
/** `2 123456789012 eni-0a1b2c…`: two numbers and an interface, as no other log begins. */
const defaultLine = /^\d{1,2} (?:\d{12}|unknown) \S{1,64} /;
const fieldName = /^[a-z][a-z0-9-]{1,40}$/;
/** What a field has that was not recorded. */
const nothing = '-';

/**
 * AWS VPC flow logs, with the names of their fields in the first line or in the default format: seconds since 1970 in
 * UTC (docs.aws.amazon.com, Amazon VPC, flow log records).
 *
 * The time is the start of the capture window. The machine is the instance where it is recorded, else the interface.
 */
export const awsVpcFlowReader = lineFormatReader({
  id: 'aws-vpc-flow',
  score: 97,
  continues: false,
  isFrame: isHeader,
  start: (_choices, head) => {
    const named = fieldsIn(head);
    const fields = named ?? defaultFields;
    return (line) => {
      if (named === undefined && !defaultLine.test(line)) return undefined;
      const cells = line.split(' ');
      if (cells.length !== fields.length) return undefined;
      const value = (name: string) => {
        const cell = cells[fields.indexOf(name)] ?? nothing;
        return cell === nothing ? '' : cell;
      };
      const timeText = value('start');
      if (!/^\d{9,10}$/.test(timeText)) return undefined;
      const pairs = fields.map((name) => [name, value(name)] as const);
      return {
        time: epochTime(timeText, 's'),
        timeText,
        host: value('instance-id') || value('interface-id'),
        kind: value('action') || value('log-status'),
        text: joinPairs(pairs.filter(([name]) => name !== 'start')),
      };
    };
  },
});

function isHeader(line: string): boolean {
  const names = line.trim().split(' ');
  return names.length > 2 && names.includes('start') && names.every((name) => fieldName.test(name));
}

function fieldsIn({ lines }: FileHead): readonly string[] | undefined {
  const header = lines.find((line) => line.trim() !== '');
  return header !== undefined && isHeader(header) ? header.trim().split(' ') : undefined;
}
