import type { CodegenConfig } from '@graphql-codegen/cli';

// Types of every operation written with `graphql(..)` in src, from the published schema.
const config: CodegenConfig = {
  schema: '../schema.graphql',
  documents: ['src/**/*.{ts,tsx}', '!src/gql/**'],
  generates: {
    'src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        skipTypename: true,
        onlyOperationTypes: true,
        enumsAsTypes: true,
        strictScalars: true,
        // Days and moments are ISO text, decimals are exact and so text too.
        scalars: {
          Date: 'string',
          DateTime: 'string',
          Decimal: 'string',
          JSON: 'unknown',
          Language: 'string',
          GeoJSON: 'unknown',
        },
      },
    },
  },
};

export default config;
