import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: 'http://localhost:8080/schema.graphql',
  documents: 'client.ts',
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
