// Documents that fit the schema, drawn from it.

import { getNamedType, getNullableType, isAbstractType, isEnumType, isInputObjectType, isLeafType, isListType, isNonNullType, isRequiredArgument, isRequiredInputField } from 'graphql';
import { scalar } from './values.js';

const DEPTH = 5;
const ONE_OF = ['id', 'code', 'name'];
const SELDOM = ['last', 'before', 'after', 'scenario', 'bbox', 'containing', 'field', 'document'];

/** An operation that graphql-js finds valid, with its variables. `wild`: values that no client should send, so it may not be valid. */
export function operation(random, schema, ids, wild = false) {
  const variables = {};
  const declared = [];
  let fields = 0;
  let keys = 0;

  const value = (type, depth) => {
    const nullable = getNullableType(type);
    if (!isNonNullType(type) && random.chance(0.04)) return null;
    if (isListType(nullable)) {
      const long = wild && isLeafType(getNamedType(nullable)) && random.chance(0.05);
      return random.times(0, long ? 600 : 3, () => value(nullable.ofType, depth + 1));
    }
    if (isEnumType(nullable)) return { enum: random.pick(nullable.getValues()).name };
    if (!isInputObjectType(nullable)) return scalar(random, nullable.name, wild && random.chance(0.5), ids);
    const chosen = Object.values(nullable.getFields()).filter((field) => isRequiredInputField(field) || random.chance(depth > 6 ? 0 : depth > 3 ? 0.05 : 0.25));
    return { object: chosen.map((field) => [field.name, value(field.type, depth + 1)]) };
  };

  const given = (arg, name) => {
    let made = value(arg.type, 0);
    if (name === 'first' && !wild) made = random.int(0, 4);
    if (name === 'distance' && !wild) made = random.int(1, 2);
    if (random.chance(0.7)) return `${name}: ${literal(made)}`;
    const variable = `v${declared.length}`;
    declared.push(`$${variable}: ${arg.type}`);
    variables[variable] = json(made);
    return `${name}: $${variable}`;
  };

  const args = (field) => {
    const all = Object.fromEntries(field.args.map((arg) => [arg.name, arg]));
    const alternatives = ONE_OF.filter((name) => name in all);
    const only = alternatives.length > 1 && random.chance(0.9) ? random.pick(alternatives) : undefined;
    const chosen = field.args.filter((arg) => {
      if (isRequiredArgument(arg) || arg.name === only || arg.name === 'first') return true;
      if (only && alternatives.includes(arg.name)) return false;
      return random.chance(SELDOM.includes(arg.name) ? 0.03 : 0.25);
    });
    return chosen.length ? `(${chosen.map((arg) => given(arg, arg.name)).join(', ')})` : '';
  };

  const selection = (type, depth, spread) => {
    const parts = [];
    const own = isAbstractType(type) ? Object.values(type.getFields?.() ?? {}) : Object.values(type.getFields());
    const usable = own.filter((field) => isLeafType(getNamedType(field.type)) || depth < DEPTH);
    const seen = new Set();
    for (const field of usable.length ? random.times(1, depth ? 4 : 2, () => random.pick(usable)) : []) {
      const target = getNamedType(field.type);
      if (!isLeafType(target) && fields > 40) continue;
      fields += 1;
      // What may meet another field of its name gets a name of its own.
      const alias = spread || seen.has(field.name) || random.chance(0.1) ? `k${keys++}: ` : '';
      seen.add(field.name);
      parts.push(`${alias}${field.name}${args(field)}${isLeafType(target) ? '' : ` ${selection(target, depth + 1, spread)}`}`);
    }
    if (isAbstractType(type) && depth < DEPTH) {
      const kind = random.pick(schema.getPossibleTypes(type));
      parts.push(`... on ${kind.name} ${selection(kind, depth + 1, true)}`);
    }
    if (random.chance(0.1) || !parts.length) parts.push('__typename');
    return `{ ${parts.join(' ')} }`;
  };

  const selected = selection(schema.getQueryType(), 0, false);
  const head = declared.length ? `query Q(${declared.join(', ')}) ` : random.chance(0.2) ? 'query Q ' : '';
  return { query: `${head}${selected}`, variables: declared.length ? variables : undefined };
}

/** As GraphQL writes it. */
function literal(made) {
  if (Array.isArray(made)) return `[${made.map(literal).join(', ')}]`;
  if (made?.enum) return made.enum;
  if (made?.object) return `{${made.object.map(([name, inner]) => `${name}: ${literal(inner)}`).join(', ')}}`;
  return JSON.stringify(made);
}

/** As JSON has it. */
function json(made) {
  if (Array.isArray(made)) return made.map(json);
  if (made?.enum) return made.enum;
  if (made?.object) return Object.fromEntries(made.object.map(([name, inner]) => [name, json(inner)]));
  return made;
}
