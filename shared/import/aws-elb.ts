import { lineFormatReader } from './line-format.ts';
import { isoTime } from './log-time.ts';

/** Connection type of an application load balancer, time, balancer, client, target, three durations, statuses. */
const linePattern =
  /^(?:(https?|h2|grpcs?|wss?) )?(\S{1,40}) (\S{1,255}) (\S{1,64}:\d{1,5}) (\S{1,64}) (-?[\d.]{1,20}) (-?[\d.]{1,20}) (-?[\d.]{1,20}) (\d{1,3}|-) (\d{1,3}|-) (-?\d{1,20}) (-?\d{1,20}) "(.*)$/s;

/**
 * Access logs of AWS load balancers, classic and application: ISO times in UTC
 * (docs.aws.amazon.com, Elastic Load Balancing, access logs).
 *
 * The machine is the balancer, the only one that every line names.
 */
export const awsElbReader = lineFormatReader({
  id: 'aws-elb',
  score: 96,
  continues: false,
  start: (choices) => (line) => {
    const match = linePattern.exec(line);
    if (match === null) return undefined;
    const [, type, timeText = '', balancer = '', , , , , , status = ''] = match;
    const request = match[13] ?? '';
    const method = /^[A-Z-]{1,20}(?= )/.exec(request)?.[0];
    const rest = line.slice(line.indexOf(timeText) + timeText.length + 1);
    return {
      time: isoTime(timeText, choices.zone),
      timeText,
      host: balancer,
      kind: [method, status].filter((part) => part !== undefined && part !== '-').join(' '),
      text: type === undefined ? rest : `${type} ${rest}`,
    };
  },
});
