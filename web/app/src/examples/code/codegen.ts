import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: 'client.ts',
  importExtension: '.js',
  generates: {
    './gql/': {
      preset: 'client',
      config: {
        documentMode: 'string',
        scalars: { Date: 'string', DateTime: 'string', PartialDate: 'string' },
      },
    },
  },
};

export default config;
