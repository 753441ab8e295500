// Which changes of the schema break clients: schema.graphql against published.graphql, the contract as it was last published.
// A break must be declared in breaking.json with its reason. `npm run contract` tells; `npm run contract -- --publish`
// makes the schema of today the published one, which a release does.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema, printSchema } from 'graphql';
import { SCHEMA_FILE } from '../support/schema.js';

const at = (name) => fileURLToPath(new URL(name, import.meta.url));
const PUBLISHED = at('published.graphql');
const DECLARED = at('breaking.json');

/** Compares two schemas, as text. `undeclared` and `stale` must be empty. */
export async function compare(published, current, declared) {
  const changes = await diff(buildSchema(published), buildSchema(current));
  const breaking = changes.filter((change) => change.criticality.level === CriticalityLevel.Breaking);
  const same = (one, other) => one.type === other.type && one.path === other.path;
  return {
    breaking,
    others: changes.length - breaking.length,
    /** Breaks that nobody has declared. */
    undeclared: breaking.filter((change) => !declared.some((declaration) => same(declaration, change))),
    /** Declarations without a reason, or of what does not break (any more). */
    stale: declared.filter((declaration) => !declaration.reason || !breaking.some((change) => same(declaration, change))),
  };
}

/** Compares what is in the repository. */
export async function repository() {
  return compare(readFileSync(PUBLISHED, 'utf8'), bare(readFileSync(SCHEMA_FILE, 'utf8')), JSON.parse(readFileSync(DECLARED, 'utf8')));
}

/** What to write into breaking.json. */
export const declaration = ({ type, path, message }) => `${message}\n  {"type": "${type}", "path": "${path}", "reason": ".."}`;

/** A schema without descriptions and comments: they are no part of what breaks. */
export function bare(sdl) {
  const schema = buildSchema(sdl);
  for (const type of Object.values(schema.getTypeMap())) {
    type.description = undefined;
    const members = [...Object.values(type.getFields?.() ?? {}), ...(type.getValues?.() ?? [])];
    for (const member of members) {
      member.description = undefined;
      for (const argument of member.args ?? []) argument.description = undefined;
    }
  }
  return `${printSchema(schema)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--publish')) {
    writeFileSync(PUBLISHED, bare(readFileSync(SCHEMA_FILE, 'utf8')));
    writeFileSync(DECLARED, '[]\n');
  } else {
    const { breaking, others, undeclared, stale } = await repository();
    console.log(`${breaking.length} changes break, ${undeclared.length} of them undeclared; ${others} do not break`);
    for (const change of undeclared) console.log(declaration(change));
    for (const { type, path } of stale) console.log(`declared without need or reason: ${type} ${path}`);
    process.exitCode = undeclared.length + stale.length ? 1 : 0;
  }
}
