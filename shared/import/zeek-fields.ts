import { fieldTextWith } from './field-text.ts';

/** What a reader of Zeek logs wants to read first; the other fields follow in the log's own order. */
export const zeekText = fieldTextWith([
  'note',
  'msg',
  'sub',
  'name',
  'addl',
  'query',
  'qtype_name',
  'answers',
  'rcode_name',
  'method',
  'host',
  'uri',
  'status_code',
  'server_name',
  'request_type',
  'client',
  'action',
  'path',
  'filename',
  'mime_type',
  'message',
  'id.orig_h',
  'id.orig_p',
  'id.resp_h',
  'id.resp_p',
  'id_orig_h',
  'id_orig_p',
  'id_resp_h',
  'id_resp_p',
  'proto',
  'service',
]);

/**
 * Fields that name the machine a record is about, the first that is there counts.
 *
 * The sensor's or collector's own name for it where one was added, else the end that opened the connection,
 * else the address in logs without connections (notice, dhcp, known hosts, software).
 */
export const zeekHostFields = [
  '@system',
  '_system_name',
  'id.orig_h',
  'id_orig_h',
  'src',
  'client_addr',
  'host',
] as const;
