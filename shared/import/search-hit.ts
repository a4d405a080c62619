import { isObject, type JsonObject } from './json-fields.ts';

/** No field of an index nests like that. */
const mostNames = 24;

/**
 * The record within a hit of a search engine (Elasticsearch, OpenSearch, Kibana); any other value as it is.
 *
 * A hit names its index and holds the record as `_source`; where only `fields` were asked for, names have dots and
 * every value is a list (Elasticsearch, "Retrieve selected fields"). A list of one is that one.
 */
export function recordOfHit(value: unknown): unknown {
  if (!isObject(value) || typeof value['_index'] !== 'string') return value;
  if (isObject(value['_source'])) return value['_source'];
  return isObject(value['fields']) ? nested(value['fields']) : value;
}

function nested(fields: JsonObject): JsonObject {
  const root = emptyObject();
  for (const [name, values] of Object.entries(fields)) {
    const value: unknown = Array.isArray(values) && values.length === 1 ? values[0] : values;
    put(root, name, value);
  }
  return root;
}

/** Without a prototype every name is only a name. */
function emptyObject(): Record<string, unknown> {
  return Object.create(null) as Record<string, unknown>;
}

function put(root: Record<string, unknown>, path: string, value: unknown): void {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let here = root;
  const isPath = names.length < mostNames && names.every((name) => name !== '') && last !== '';
  for (const name of isPath ? names : []) {
    const within = here[name] ?? emptyObject();
    // `host` may be a text beside `host.name`.
    if (!isObject(within)) {
      root[path] = value;
      return;
    }
    here[name] = within;
    here = within;
  }
  if (isPath && !Object.hasOwn(here, last)) here[last] = value;
  else root[Object.hasOwn(root, path) ? `${path} (2)` : path] = value;
}
