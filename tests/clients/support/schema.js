// The published schema, and what of it has no id.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, isObjectType } from 'graphql';

export const SCHEMA_FILE = fileURLToPath(new URL('../../../schema.graphql', import.meta.url));
export const schema = buildSchema(readFileSync(SCHEMA_FILE, 'utf8'));

const objects = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__'));
const isRecord = (type) => type.getInterfaces().some((parent) => parent.name === 'Node');

/** Object types that are not records: they have no id. */
export const valueTypes = objects.filter((type) => !isRecord(type) && type.name !== 'Query').map((type) => type.name);
/** Object types that are records. */
export const recordTypes = objects.filter(isRecord).map((type) => type.name);
