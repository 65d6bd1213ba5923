npx graphql-codegen --config codegen.ts
npx tsx client.ts
