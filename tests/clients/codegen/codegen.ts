import type { CodegenConfig } from '@graphql-codegen/cli';

export default {
  schema: '../../schema.graphql',
  emitLegacyCommonJSImports: false,
  documents: ['codegen/client.ts', 'codegen/wrong.ts'],
  generates: {
    'codegen/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        // What the scalars are in JSON. Exact decimals stay strings.
        scalars: { Date: 'string', DateTime: 'string', Decimal: 'string', Language: 'string', GeoJSON: 'unknown', JSON: 'unknown' },
        strictScalars: true,
        enumsAsTypes: true,
        useTypeImports: true,
        immutableTypes: true,
      },
    },
  },
} satisfies CodegenConfig;
