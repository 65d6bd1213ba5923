import type { CodegenConfig } from '@graphql-codegen/cli';

// Reads every document of the app, checks it against the schema and writes its types. A document that does not fit
// fails the build here, before anything is compiled.
const config: CodegenConfig = {
  schema: '../../graph/*.graphqls',
  documents: ['src/**/*.{ts,svelte}', '!src/gql/**', '!src/examples/**'],
  generates: {
    'src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        scalars: { Date: 'string', DateTime: 'string', PartialDate: 'string', JSON: 'unknown' },
      },
    },
  },
};

export default config;
