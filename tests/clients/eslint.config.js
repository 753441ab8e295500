// @graphql-eslint over schema.graphql: the sets schema-recommended and schema-relay. What is not held to is named here, with its reason.

import graphql from '@graphql-eslint/eslint-plugin';
import { SCHEMA_FILE, valueTypes } from './support/schema.js';

export default [
  {
    files: ['**/*.graphql'],
    plugins: { '@graphql-eslint': graphql },
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: SCHEMA_FILE } } },
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      ...graphql.configs['flat/schema-relay'].rules,
      // Fields, enum values and conditions too, not only types and root fields.
      '@graphql-eslint/require-description': [
        'error',
        { types: true, rootField: true, FieldDefinition: true, EnumValueDefinition: true, DirectiveDefinition: true },
      ],
      // Records have ids. Parts of a record (a period, a figure, a citation) and of an answer (a count, a tie) are values:
      // nothing could be asked for by their id.
      '@graphql-eslint/strict-id-in-types': ['error', { exceptions: { types: valueTypes } }],
      // `nodes` stands beside `edges`, and lists that are short by nature are plain lists. What an edge holds need not be a
      // `Node`: observations and findings are values.
      '@graphql-eslint/relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false, shouldImplementNode: false }],
      // `Service.servicePoints` and `Statement.statements` lead to other records; they do not repeat the name of their type.
      '@graphql-eslint/no-typename-prefix': 'off',
    },
  },
];
