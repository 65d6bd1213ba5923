npx graphql-codegen --config codegen.ts
npx tsc --noEmit client.ts
npx tsx client.ts
